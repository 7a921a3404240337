using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Models;
using Memti.Abstractions.Units;

namespace HelloAccelerator;

/// <summary>
/// A weight-stationary systolic array under a roofline. Within a layer, computation and all memories overlap fully, and the slowest of
/// them sets the layer's time. Layers follow one another. Each operand is moved once.
/// </summary>
/// <param name="options">Options from the scenario.</param>
public sealed class SystolicArray(SystolicOptions options) : IAccelerator
{
    /// <inheritdoc />
    public AcceleratorFigures Figures { get; } = new() { OnPower = options.Idle, WakeLatency = options.Wake };

    /// <inheritdoc />
    public InferencePlan Plan(Network network, Placement placement)
    {
        List<LayerWork> works = [.. network.Layers.Select((layer, index) => Work(network, placement, layer, isFirst: index == 0))];
        List<LayerPlan> layers = [.. works.Select(static work => work.Plan())];
        return new InferencePlan
        {
            Duration = layers.Aggregate(SimTime.Zero, static (sum, layer) => sum + layer.Duration),
            Binding = SlowestOf(layers),
            TimeModel = "per_layer",
            DynamicEnergy = options.MultiplyAccumulate * network.Layers.Sum(static layer => layer.MultiplyAccumulates),
            Traffic = Sum(works.SelectMany(static work => work.Moves)),
            Layers = layers,
        };
    }

    private static string SlowestOf(IEnumerable<LayerPlan> layers) =>
        layers
            .GroupBy(static layer => layer.Binding)
            .MaxBy(static group => group.Sum(static layer => layer.Duration.Seconds))!
            .Key;

    private LayerWork Work(Network network, Placement placement, Layer layer, bool isFirst)
    {
        var work = new LayerWork(layer, Cycles(layer), options.Clock);
        work.Read(placement.SharedWeights, DataSize.FromBits(layer.SharedParameters * network.SharedBits), WorkPart.SharedWeights);
        work.Read(placement.TaskWeights, DataSize.FromBits(layer.TaskParameters * network.TaskBits), WorkPart.TaskWeights);
        work.Read(isFirst ? placement.Input : placement.Activations, layer.SharesInput ? DataSize.Zero : Input(layer), WorkPart.Input);
        work.Read(placement.Activations, layer.AddsOperand ? Output(layer) : DataSize.Zero, WorkPart.Input);
        work.Write(placement.Activations, Output(layer));
        return work;
    }

    // Each tile of weights stays in the array while all output pixels stream past it; filling and draining take a row and a column.
    private double Cycles(Layer layer)
    {
        long pixels = (long)layer.OutputHeight * layer.OutputWidth;
        if (layer.MultiplyAccumulates == 0)
            return Math.Ceiling((double)pixels * layer.OutputChannels / options.Columns);
        double tiles = Math.Ceiling((double)layer.InputChannels * layer.KernelHeight * layer.KernelWidth / options.Rows)
            * Math.Ceiling((double)layer.OutputChannels / options.Columns);
        return tiles * (pixels + options.Rows + options.Columns);
    }

    private DataSize Input(Layer layer) =>
        DataSize.FromBits((long)layer.InputChannels * layer.InputHeight * layer.InputWidth * options.FeatureBits);

    private DataSize Output(Layer layer) =>
        DataSize.FromBits((long)layer.OutputChannels * layer.OutputHeight * layer.OutputWidth * options.FeatureBits);

    private static List<Traffic> Sum(IEnumerable<Traffic> moves) =>
        [.. moves
            .GroupBy(static move => (move.Memory, move.Direction))
            .Select(static group => new Traffic(
                group.Key.Memory, group.Key.Direction, group.Aggregate(DataSize.Zero, static (sum, move) => sum + move.Size)))];
}
