using System.Text.Json;
using System.Text.Json.Nodes;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;
using Memti.Documents.Json;
using Memti.Training.Codes;

namespace Memti.Training.Weights.Tasks;

/// <summary>Results of stage <c>retrain</c> for the next stage, as a file in the work folder.</summary>
public static class TrainedTasks
{
    /// <summary>Writes the tasks atomically.</summary>
    public static void Write(string file, IReadOnlyList<TrainedTask> tasks) =>
        WholeFile.Write(
            file,
            System.Text.Encoding.UTF8.GetBytes(JsonText.Of(JsonSerializer.SerializeToNode(tasks, StrictJson.Options) as JsonArray ?? [])));

    /// <summary>Reads the tasks.</summary>
    /// <exception cref="MemtiException"><see cref="WeightCodes.StageMissing"/>; <see cref="DiagnosticCode.FileUnreadable"/>.</exception>
    public static IReadOnlyList<TrainedTask> Read(string file) => StrictJson.Read<TrainedTask[]>(
        WholeFile.Read(file), new JsonFile(file, "list of trained tasks", WeightCodes.StageMissing, "Run stage retrain again."));
}
