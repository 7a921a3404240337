using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Units;

namespace Memti.Runs.Reports;

/// <summary>Turns plans into explanations of their time.</summary>
internal static class TimeExplainer
{
    public static TimeExplanation Explain(string task, InferencePlan plan) => new(
        task,
        plan.TimeModel,
        plan.Duration.Milliseconds,
        plan.FirstFill.Milliseconds,
        plan.Drain.Milliseconds,
        [.. plan.Layers.Select(Line)]);

    private static LayerRow Line(LayerPlan layer) => new(
        layer.Name,
        layer.Duration.Milliseconds,
        layer.Binding,
        Stall(layer)?.Milliseconds,
        layer.Buffer?.Features.Kibibytes,
        layer.Buffer?.Weights.Kibibytes,
        layer.Resources.ToDictionary(static busy => busy.Resource, static busy => busy.Time.Milliseconds, StringComparer.Ordinal),
        Moved(layer, TransferDirection.Read),
        Moved(layer, TransferDirection.Write));

    /// <summary>The busiest resource of the layer less the multipliers, which come first.</summary>
    private static SimTime? Stall(LayerPlan layer) =>
        layer.Resources.Count == 0
            ? null
            : layer.Resources.Aggregate(SimTime.Zero, static (most, busy) => SimTime.Max(most, busy.Time)) - layer.Resources[0].Time;

    private static Dictionary<string, double> Moved(LayerPlan layer, TransferDirection direction) =>
        layer.Traffic
            .Where(traffic => traffic.Direction == direction)
            .ToDictionary(static traffic => traffic.Memory, static traffic => traffic.Size.Kibibytes, StringComparer.Ordinal);
}
