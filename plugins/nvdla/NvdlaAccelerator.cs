using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Devices;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Plugins.Nvdla.Convolution;
using Memti.Plugins.Nvdla.Device;
using Memti.Plugins.Nvdla.Device.Programming;
using Memti.Plugins.Nvdla.EnergyEstimates;
using Memti.Plugins.Nvdla.Memories;
using Memti.Plugins.Nvdla.Options;
using Memti.Plugins.Nvdla.Timing;

namespace Memti.Plugins.Nvdla;

/// <summary>NVDLA after its published performance workbook: multiplier cycles, traffic of each memory, and their overlap.</summary>
/// <remarks>nvdla/hw, perf/NVDLA_OpenSource_Performance.xlsx.</remarks>
public sealed class NvdlaAccelerator : IDeviceAccelerator
{
    private readonly NvdlaOptions _options;

    /// <summary>Creates an engine.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.ValueOutOfRange"/> with the key and the permitted values.</exception>
    public NvdlaAccelerator(NvdlaOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        OptionsCheck.Check(options);
        _options = options;
        Figures = new AcceleratorFigures
        {
            OnPower = EnginePower.Idle(options),
            OffPower = options.Off,
            WakeLatency = options.WakeLatency,
            WakeEnergy = options.WakeEnergy,
            WeightPort = new AcceleratorPort(options.WeightPort, options.WeightPortWrite),
        };
    }

    /// <inheritdoc />
    public AcceleratorFigures Figures { get; }

    /// <inheritdoc />
    /// <remarks>Kernels stored in transformed form take <see cref="NvdlaOptions.WinogradWeightGrowth"/> times their words.</remarks>
    public NetworkStorage StorageOf(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var buffer = new ConvolutionBuffer(_options);
        // A layer that reads the kernels of an earlier one stores none of its own, so nothing of it grows.
        KernelGrowth[] added =
            [.. network.Layers.Select((layer, index) => layer.WeightsOf is null ? KernelGrowth.Of(layer, index == 0, buffer) : default)];
        NetworkStorage plain = NetworkStorage.Of(network);
        return new(
            plain.SharedWords + added.Sum(static layer => (long)Math.Ceiling(layer.Shared)),
            plain.TaskWords + added.Sum(static layer => (long)Math.Ceiling(layer.Task)),
            _options.FeatureBytes * 8);
    }

    /// <inheritdoc />
    /// <exception cref="MemtiException">
    /// <see cref="DiagnosticCode.UnsupportedLayer"/>, naming the layer; <see cref="DiagnosticCode.BadNetwork"/>: the network is
    /// inconsistent; <see cref="DiagnosticCode.BadPlacement"/>: no memory holds the shared weights;
    /// <see cref="DiagnosticCode.BadMemoryFigure"/>: a memory has no rate.
    /// </exception>
    public InferencePlan Plan(Network network, Placement placement)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(placement);
        LayerSupport.Check(network);
        var memories = new PlacedMemories(placement);
        LayerWork[] works = Works(network, memories);
        return Plan(works, memories);
    }

    /// <inheritdoc />
    /// <remarks>The device has the register map of <see cref="NvdlaOptions.RegisterMap"/>.</remarks>
    public IBusDevice CreateDevice(IDeviceHost host) => new NvdlaDevice(_options, host);

    /// <inheritdoc />
    public IInferenceDriver CreateDriver(IBus bus, ulong baseAddress, IBusDevice device) => new RegisterDriver(bus, baseAddress, _options);

    /// <inheritdoc />
    /// <exception cref="MemtiException"><see cref="NvdlaCodes.LayerNotProgrammable"/> naming the layer.</exception>
    public IReadOnlyList<LayerProgram> ProgramOf(Network network, NetworkAddresses addresses) =>
        NetworkProgram.Of(_options, network, addresses);

    private LayerWork[] Works(Network network, PlacedMemories memories)
    {
        var planner = new LayerPlanner(_options, network, memories);
        return [.. network.Layers.Select(planner.Plan)];
    }

    private InferencePlan Plan(LayerWork[] works, PlacedMemories memories)
    {
        Load frame = Load.Sum(works.Select(static work => work.Load), memories.Ports.Count);
        var resources = new Resources(_options, memories);
        Schedule schedule = Schedule.Of(works, frame, resources, _options.TimeModel);
        return new InferencePlan
        {
            Duration = schedule.Duration,
            Binding = schedule.Binding,
            TimeModel = schedule.Name,
            FirstFill = PipelineFill.FirstFill(works[0], memories, resources),
            Drain = PipelineFill.Drain(works[^1], memories, resources),
            DynamicEnergy = EnginePower.OverInference(_options, works, schedule.Duration),
            ComputeEnergy = EnginePower.OfOperations(_options, works),
            Traffic = frame.Traffic(memories),
            Layers = schedule.Layers,
        };
    }
}
