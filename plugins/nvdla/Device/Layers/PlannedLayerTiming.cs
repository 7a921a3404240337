using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Devices;
using Memti.Abstractions.Models;
using Memti.Abstractions.Units;
using Memti.Plugins.Nvdla.Convolution;
using Memti.Plugins.Nvdla.Device.Registers;
using Memti.Plugins.Nvdla.EnergyEstimates;
using Memti.Plugins.Nvdla.Memories;
using Memti.Plugins.Nvdla.Options;
using Memti.Plugins.Nvdla.Timing;

namespace Memti.Plugins.Nvdla.Device.Layers;

/// <summary>The time and energy models of the analytic plan, asked for one layer at a time.</summary>
internal sealed class PlannedLayerTiming(NvdlaOptions options) : ILayerTiming
{
    /// <summary>
    /// Features move by transfers of the device, so that here their memory takes no time; their port is the engine's own.
    /// </summary>
    private static readonly MemoryPort Elsewhere = new(
        "(features)",
        OnChip: false,
        Bandwidth.FromBytesPerSecond(double.PositiveInfinity),
        Bandwidth.FromBytesPerSecond(double.PositiveInfinity));

    private readonly NvdlaOptions _direct = options.WithoutWinograd();

    public LayerDemand Of(HardwareLayer layer, LayerMemories memories)
    {
        Check(layer);
        NvdlaOptions engine = Engine(layer);
        var placed = new PlacedMemories(new Placement
        {
            SharedWeights = memories.Weights?.Port ?? Elsewhere,
            TaskWeights = memories.Parameters?.Port ?? Elsewhere,
            Activations = Elsewhere,
            Input = Elsewhere,
        });
        LayerWork work = Planned(layer, memories, placed);
        return Demand(work, engine, new Resources(engine, placed).Slowest(work.Load).Time) with
        {
            FeaturesIn = FeaturesIn(work, engine, memories),
            FeaturesOut = new FeaturePort(engine).Time(TransferDirection.Write, [(memories.Output, work.Output)]),
        };
    }

    public DeviceWork Work(LayerDemand demand, SimTime elapsed) => EnginePower.OfLayer(options, demand.Operations, elapsed);

    public DeviceWork AbandonedWork(PlannedLayer layer, SimTime elapsed)
    {
        SimTime whole = Alone(layer.Layer, layer.Memories);
        // Where others use the same memories, a layer takes longer than alone: its operations are done by then.
        double done = elapsed < whole ? (double)elapsed.Picoseconds / whole.Picoseconds : 1;
        return EnginePower.OfLayer(options, layer.Demand.Operations * done, elapsed);
    }

    /// <summary>Time of the layer when nothing else uses its memories.</summary>
    private SimTime Alone(HardwareLayer layer, LayerMemories memories)
    {
        var placed = new PlacedMemories(new Placement
        {
            SharedWeights = memories.Weights?.Port ?? memories.Input,
            TaskWeights = memories.Parameters?.Port ?? memories.Input,
            Activations = layer.First ? memories.Output : memories.Input,
            Input = memories.Input,
        });
        return new Resources(Engine(layer), placed).Slowest(Planned(layer, memories, placed).Load).Time;
    }

    private NvdlaOptions Engine(HardwareLayer layer) => layer.Winograd ? options : _direct;

    private LayerWork Planned(HardwareLayer layer, LayerMemories memories, PlacedMemories placed)
    {
        var network = new Network("registers", "registers", [layer.Layer])
        {
            SharedBits = memories.Weights?.ValueBits ?? 8,
            TaskBits = memories.Parameters?.ValueBits ?? 8,
        };
        LayerSupport.Check(network);
        return new LayerPlanner(Engine(layer), network, placed).Plan(layer.Layer, layer.First ? 0 : 1);
    }

    private static SimTime FeaturesIn(LayerWork work, NvdlaOptions engine, LayerMemories memories)
    {
        (MemoryPort Memory, DataSize Size)[] read = [
            (memories.Input, work.Input - work.Operand),
            (memories.Operand ?? memories.Input, work.Operand)
        ];
        return new FeaturePort(engine).Time(TransferDirection.Read, read
            .GroupBy(static transfer => transfer.Memory.Memory, StringComparer.Ordinal)
            .Select(
                static transfers => (transfers.First().Memory, transfers.Aggregate(DataSize.Zero, static (sum, one) => sum + one.Size))));
    }

    private static LayerDemand Demand(LayerWork work, NvdlaOptions engine, SimTime inEngine) => new()
    {
        Compute = engine.Clock.Cycles(work.Load.Cycles),
        Engine = inEngine,
        Operations = EnginePower.OfOperations(engine, [work]),
        Weights = work.SharedWeights,
        Parameters = work.TaskWeights,
        Input = work.Input - work.Operand,
        Operand = work.Operand,
        Output = work.Output,
    };

    private void Check(HardwareLayer layer)
    {
        if (layer.Winograd && !MultiplierArray.UsesWinograd(layer.Layer, options))
            throw RegisterErrors.Contradiction(
                "CDMA.D_MISC_CFG.CONV_MODE", "1", "0, because the layer or the engine knows no Winograd transform");
        if (layer.FeatureBytes != options.FeatureBytes)
            throw RegisterErrors.Contradiction(
                "precision",
                $"{layer.FeatureBytes} bytes",
                FormattableString.Invariant($"{options.FeatureBytes}, the value of 'feature_bytes'"));
    }
}
