using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Memti.EndToEnd.Tests.Streams;

/// <summary>A scenario of XRBench on one of its machines, written from the reference data beside the repository.</summary>
internal static class XrbenchScenario
{
    public const string File = "xrbench-scenarios.json";

    public static JsonNode Data { get; } = Read();

    /// <summary>Writes the scenario and its costs to a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="run">A run of the reference data, such as <c>VR_gaming / Single_4K / RS</c>.</param>
    /// <returns>Path of the scenario.</returns>
    public static string Write(string folder, string run)
    {
        string[] words = run.Split(" / ", 2);
        JsonObject machine = Data["machines"]!["latency_energy"]![words[1]]!.AsObject();
        string[] accelerators = [.. machine.Select(static one => one.Key)];
        StringBuilder costs = new("accelerator,task,latency_ms,energy_mj\n");
        foreach ((string accelerator, JsonNode? ofAccelerator) in machine)
            foreach ((string model, JsonNode? cost) in ofAccelerator!.AsObject())
                costs.Append(CultureInfo.InvariantCulture, $"{accelerator},{model},{cost![0]},{cost[1]}\n");
        System.IO.File.WriteAllText(Path.Combine(folder, "costs.csv"), costs.ToString());
        JsonArray models = Data["scenarios"]![words[0]]!.AsArray();
        StringBuilder text = new("memti: 1\n");
        string names = string.Join(", ", models.Select(static model => (string)model![0]!));
        text.Append(CultureInfo.InvariantCulture, $"network: {{ kind: parameter-count, tasks: [{names}] }}\n");
        text.Append("accelerator: { kind: cost-table, costs: costs.csv, rows: '0' }\n");
        if (accelerators.Length > 1)
            text.Append("accelerators:\n");
        foreach (string other in accelerators.Skip(1))
            text.Append(CultureInfo.InvariantCulture, $"  a{other}: {{ kind: cost-table, costs: costs.csv, rows: '{other}' }}\n");
        text.Append("memories: { store: { kind: dram, holds: [all_tasks, activations, input] } }\n");
        text.Append("workload:\n  duration_s: 0.7\n  streams:\n");
        foreach (JsonNode? model in models)
        {
            string needs = string.Join(", ", model![4]!.AsArray().Select(static one => (string)one!));
            text.Append(
                CultureInfo.InvariantCulture,
                $"    {model[0]}: {{ task: {model[0]}, period_ms: {model[2]}, probability: {model[3]}, needs: [{needs}] }}\n");
        }

        text.Append("power: { firmware: xrbench }\n");
        string path = Path.Combine(folder, "run.memti.yaml");
        System.IO.File.WriteAllText(path, text.ToString());
        return path;
    }

    private static JsonNode Read() => System.IO.File.Exists(RepositoryFiles.Reference(File))
        ? JsonNode.Parse(System.IO.File.ReadAllText(RepositoryFiles.Reference(File)))!
        : new JsonObject { ["golden"] = new JsonObject() };
}
