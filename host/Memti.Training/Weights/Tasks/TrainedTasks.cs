using System.Text.Json;
using System.Text.Json.Nodes;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;
using Memti.Training.Codes;

namespace Memti.Training.Weights.Tasks;

/// <summary>Results of stage <c>retrain</c> for the next stage, as a file in the work folder.</summary>
public static class TrainedTasks
{
    private static readonly JsonSerializerOptions Form = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Writes the tasks atomically.</summary>
    public static void Write(string file, IReadOnlyList<TrainedTask> tasks) =>
        WholeFile.Write(
            file, System.Text.Encoding.UTF8.GetBytes(JsonText.Of(JsonSerializer.SerializeToNode(tasks, Form) as JsonArray ?? [])));

    /// <summary>Reads the tasks.</summary>
    /// <exception cref="MemtiException"><see cref="WeightCodes.StageMissing"/>; <see cref="DiagnosticCode.FileUnreadable"/>.</exception>
    public static IReadOnlyList<TrainedTask> Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<TrainedTask[]>(WholeFile.Read(file), Form)!;
        }
        catch (JsonException error)
        {
            throw new MemtiException(
                new Diagnostic(WeightCodes.StageMissing, "the results of retraining are damaged; run stage retrain again.") { File = file },
                error);
        }
    }
}
