using Memti.Abstractions;

namespace Memti.Plugins.Nvdla;

/// <summary>The time model of the analytic plan, asked for one layer at a time.</summary>
internal sealed class PlannedLayerTiming(NvdlaOptions options) : ILayerTiming
{
    /// <summary>Features move by transfers of the device, so that here they take no time.</summary>
    private static readonly MemoryPort Elsewhere = new(
        "(features)",
        OnChip: true,
        Bandwidth.FromBytesPerSecond(double.PositiveInfinity),
        Bandwidth.FromBytesPerSecond(double.PositiveInfinity));

    private readonly NvdlaOptions _direct = options.WithoutWinograd();

    public LayerDemand Of(HardwareLayer layer, DeviceMemory? weights, DeviceMemory? parameters)
    {
        Check(layer);
        NvdlaOptions engine = layer.Winograd ? options : _direct;
        var memories = new PlacedMemories(new Placement
        {
            SharedWeights = weights?.Port ?? Elsewhere,
            TaskWeights = parameters?.Port ?? Elsewhere,
            Activations = Elsewhere,
            Input = Elsewhere,
        });
        var network = new Network("registers", "registers", [layer.Layer])
        {
            SharedBits = weights?.ValueBits ?? 8,
            TaskBits = parameters?.ValueBits ?? 8,
        };
        LayerRules.Check(network);
        LayerWork work = new LayerPlanner(engine, network, memories).Plan(layer.Layer, layer.First ? 0 : 1);
        return Demand(work, engine, new Resources(engine, memories).Slowest(work.Load).Time);
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
            throw RegisterErrors.Contradiction("CDMA.D_MISC_CFG.CONV_MODE", "1", "0, because the layer or the engine knows no Winograd transform");
        if (layer.FeatureBytes != options.FeatureBytes)
            throw RegisterErrors.Contradiction(
                "precision", $"{layer.FeatureBytes} bytes", FormattableString.Invariant($"{options.FeatureBytes}, the value of 'feature_bytes'"));
    }
}
