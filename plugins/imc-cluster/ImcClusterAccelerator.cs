using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Devices;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Plugins.ImcCluster.Crossbars;
using Memti.Plugins.ImcCluster.Device;
using Memti.Plugins.ImcCluster.Mapping;
using Memti.Plugins.ImcCluster.Options;

namespace Memti.Plugins.ImcCluster;

/// <summary>Cores, crossbars and a depth-wise engine around one shared memory.</summary>
/// <remarks>Garofalo et al., JETCAS 12(2) 2022, doi 10.1109/jetcas.2022.3170152; equations: docs/models/imc-cluster.md.</remarks>
public sealed class ImcClusterAccelerator : IDeviceAccelerator
{
    private readonly ImcClusterOptions _options;

    /// <summary>Creates a cluster.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.ValueOutOfRange"/> with the key and the permitted values.</exception>
    public ImcClusterAccelerator(ImcClusterOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ImcLimits.Check(options);
        _options = options;
        Figures = new AcceleratorFigures
        {
            OnPower = options.On,
            OffPower = options.Off,
            WakeLatency = options.WakeLatency,
            WakeEnergy = options.WakeEnergy,
        };
    }

    /// <inheritdoc />
    public AcceleratorFigures Figures { get; }

    /// <inheritdoc />
    /// <remarks>
    /// Where crossbars hold weights, the memory of shared parameters is their arrays, whole ones; shared kernels that no crossbar holds are
    /// kept beside the parameters of each task. Kernels of a task in crossbars take whole arrays of that task.
    /// </remarks>
    /// <exception cref="MemtiException"><see cref="ImcCodes.ArraysMissing"/> and what mapping finds.</exception>
    public NetworkStorage StorageOf(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        MappedNetwork mapped = Mapped(network);
        NetworkStorage plain = NetworkStorage.Of(network);
        if (mapped.Packing.Arrays == 0)
            return plain;
        long positions = (long)mapped.Packing.Arrays * _options.Rows * _options.Columns;
        // A network without shared parameters has its arrays among the parameters of the task.
        return plain.SharedWords > 0
            ? new(Math.Max(positions, plain.SharedWords), plain.TaskWords + mapped.DigitalWords, plain.FeatureBits)
            {
                UnusedSharedWords = Math.Max(0, positions - plain.SharedWords),
            }
            : new(0, Math.Max(positions, plain.TaskWords), plain.FeatureBits);
    }

    /// <inheritdoc />
    /// <exception cref="MemtiException">
    /// <see cref="ImcCodes.ArraysMissing"/>, <see cref="ImcCodes.CrossbarTooSmall"/>, <see cref="ImcCodes.BadMapping"/>,
    /// <see cref="DiagnosticCode.UnsupportedLayer"/>, <see cref="DiagnosticCode.BadPlacement"/>.
    /// </exception>
    public InferencePlan Plan(Network network, Placement placement)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(placement);
        return new ClusterPlan(_options, Mapped(network), placement).Plan();
    }

    /// <inheritdoc />
    public IBusDevice CreateDevice(IDeviceHost host) => new ClusterDevice(_options, host);

    /// <inheritdoc />
    public IInferenceDriver CreateDriver(IBus bus, ulong baseAddress, IBusDevice device) =>
        new ClusterDriver(bus, baseAddress, _options, ProgramOf);

    /// <inheritdoc />
    public IReadOnlyList<LayerProgram> ProgramOf(Network network, NetworkAddresses addresses)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(addresses);
        return ClusterProgram.Of(Mapped(network), addresses);
    }

    private MappedNetwork Mapped(Network network)
    {
        MappedNetwork mapped = MappedNetwork.Of(_options, network);
        ArrayPacking packing = mapped.Packing.Within(_options, network.Name);
        return mapped with { Packing = packing };
    }
}
