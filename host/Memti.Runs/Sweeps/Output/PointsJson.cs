using System.Text;
using System.Text.Json.Nodes;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;
using Memti.Runs.Sweeps.Results;

namespace Memti.Runs.Sweeps.Output;

/// <summary>One JSON file for each point, named by its identity, for tools that want files.</summary>
public static class PointsJson
{
    /// <summary>Writes the points into a folder.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.OutputUnwritable"/>.</exception>
    public static void Write(string folder, SweepTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        WholeFile.MakeFolder(folder);
        for (int point = 0; point < table.Points; point++)
            WholeFile.Write(Path.Combine(folder, table.Id(point) + ".json"), Encoding.UTF8.GetBytes(JsonText.Of(Of(table, point))));
    }

    private static JsonObject Of(SweepTable table, int point)
    {
        var axes = new JsonObject();
        for (int axis = 0; axis < table.Axes.Count; axis++)
            axes[table.Axes[axis].Name] = table.Axes[axis].IsNumber ? table.Number(point, axis) : table.Text(point, axis);
        var designs = new JsonObject();
        for (int design = 0; design < table.Designs.Count; design++)
            designs[table.Designs[design]] = Metrics(table, new SweepRow(point, design));
        var root = new JsonObject { ["memti_point"] = 1, ["id"] = table.Id(point), ["axes"] = axes };
        if (table.Error(point) is { } error)
            root["error"] = new JsonObject { ["code"] = error.Code, ["message"] = error.Message };
        else
            root["designs"] = designs;
        return root;
    }

    private static JsonObject Metrics(SweepTable table, SweepRow row)
    {
        var metrics = new JsonObject();
        for (int metric = 0; metric < table.Metrics.Count; metric++)
            metrics[table.Metrics[metric].Name] = table.Value(row, metric) is var value && double.IsFinite(value) ? value : null;
        return metrics;
    }
}
