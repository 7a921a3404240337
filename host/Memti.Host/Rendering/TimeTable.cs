using Memti.Documents.Numbers;
using Memti.Runs.Reports;

namespace Memti.Host.Rendering;

/// <summary>Time of one inference as a table: one line per layer, one column per resource and memory.</summary>
internal static class TimeTable
{
    public static string Title(string design, TimeExplanation time) =>
        $"Time of one inference: {design}, {time.Task}, {time.TimeModel}; {QuantityText.Number(time.Ms)} ms, first fill "
            + $"{QuantityText.Number(time.FirstFillMs * 1e3)} us and drain {QuantityText.Number(time.DrainMs * 1e3)} us beside it";

    public static string Render(TimeExplanation time)
    {
        string[] resources = [.. time.Layers.SelectMany(static layer => layer.BusyMs.Keys).Distinct()];
        string[] readers = [.. time.Layers.SelectMany(static layer => layer.ReadKib.Keys).Distinct()];
        string[] writers = [.. time.Layers.SelectMany(static layer => layer.WrittenKib.Keys).Distinct()];
        TextTable table = new TextTable([
            "layer",
            "set by", "share, us", "stall, us", .. resources.Select(static name => $"{name}, us"), "buffer: features, KiB",
            "weights, KiB",
            .. readers.Select(static name => $"from {name}, KiB"), .. writers.Select(static name => $"to {name}, KiB"),
        ]).LeftAlign(1);
        foreach (LayerRow layer in time.Layers)
            table.Add([
                layer.Layer,
                layer.Binding, Microseconds(layer.Ms), Microseconds(layer.StallMs),
                .. resources.Select(name => Microseconds(Of(layer.BusyMs, name))),
                QuantityText.Number(layer.BufferFeaturesKib), QuantityText.Number(layer.BufferWeightsKib),
                .. readers.Select(name => QuantityText.Number(Of(layer.ReadKib, name))),
                .. writers.Select(name => QuantityText.Number(Of(layer.WrittenKib, name))),
            ]);
        return table.ToString();
    }

    private static string Microseconds(double? milliseconds) => QuantityText.Number(milliseconds * 1e3);

    private static double? Of(IReadOnlyDictionary<string, double> values, string name) =>
        values.TryGetValue(name, out double value) ? value : null;
}
