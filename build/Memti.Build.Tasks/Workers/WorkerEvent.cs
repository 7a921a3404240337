using System.Text.Json;

namespace Memti.Build.Tasks.Workers;

/// <summary>What one line of the worker's standard output says: one JSON object, of which each kind of event uses some names.</summary>
internal sealed record WorkerEvent
{
    private static readonly JsonSerializerOptions Form = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Kind of event: <c>progress</c>, <c>diagnostic</c>, <c>output</c> or <c>done</c>.</summary>
    public string? Event { get; init; }

    /// <summary>Progress and done: the stage.</summary>
    public string? Stage { get; init; }

    /// <summary>Progress: how far it is, for a person.</summary>
    public string? Text { get; init; }

    /// <summary>Diagnostic: <c>error</c>, <c>warning</c> or <c>info</c>.</summary>
    public string? Severity { get; init; }

    /// <summary>Diagnostic: its code.</summary>
    public string? Code { get; init; }

    /// <summary>Diagnostic: the file it was found in. Output: the file that was written, from the project's folder.</summary>
    public string? File { get; init; }

    /// <summary>Diagnostic: line in the file, from 1; 0 when unknown.</summary>
    public int Line { get; init; }

    /// <summary>Diagnostic: column in the line, from 1; 0 when unknown.</summary>
    public int Column { get; init; }

    /// <summary>Diagnostic: a sentence.</summary>
    public string? Message { get; init; }

    /// <summary>Output: <c>weights</c>, <c>image</c>, <c>manifest</c>, <c>provenance</c>, <c>bom</c> or <c>report</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>Output: the region of an image.</summary>
    public string? Region { get; init; }

    /// <summary>Output: the task that an image belongs to.</summary>
    public string? Task { get; init; }

    /// <summary>Done: whether nothing had to be done.</summary>
    public bool UpToDate { get; init; }

    /// <summary>Reads a line; null when it is something else, such as the output of a plugin.</summary>
    public static WorkerEvent? Read(string line)
    {
        if (!line.StartsWith('{'))
            return null;
        try
        {
            return JsonSerializer.Deserialize<WorkerEvent>(line, Form);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
