using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Models;
using Memti.Abstractions.Units;
using Memti.Plugins.Nvdla.Convolution;
using Memti.Plugins.Nvdla.Device.Registers;
using Memti.Plugins.Nvdla.Memories;
using Memti.Plugins.Nvdla.Options;
using Memti.Plugins.Nvdla.Timing;

namespace Memti.Plugins.Nvdla.Device.Layers;

/// <summary>The time model of the analytic plan, asked for one layer at a time.</summary>
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
        NvdlaOptions engine = layer.Winograd ? options : _direct;
        var placed = new PlacedMemories(new Placement
        {
            SharedWeights = memories.Weights?.Port ?? Elsewhere,
            TaskWeights = memories.Parameters?.Port ?? Elsewhere,
            Activations = Elsewhere,
            Input = Elsewhere,
        });
        var network = new Network("registers", "registers", [layer.Layer])
        {
            SharedBits = memories.Weights?.ValueBits ?? 8,
            TaskBits = memories.Parameters?.ValueBits ?? 8,
        };
        LayerSupport.Check(network);
        LayerWork work = new LayerPlanner(engine, network, placed).Plan(layer.Layer, layer.First ? 0 : 1);
        return Demand(work, engine, new Resources(engine, placed).Slowest(work.Load).Time) with
        {
            FeaturesIn = FeaturesIn(work, engine, memories),
            FeaturesOut = new FeaturePort(engine).Time(TransferDirection.Write, [(memories.Output, work.Output)]),
        };
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
        ComputeCycles = work.Load.Cycles,
        Compute = engine.Clock.Cycles(work.Load.Cycles),
        Engine = inEngine,
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
