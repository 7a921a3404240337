using System.Text.Json;

namespace Memti.Build.Tasks.Workers;

/// <summary>One line of the worker's standard output: a JSON object, whose members depend on the kind of event.</summary>
internal sealed record WorkerEvent
{
    private static readonly JsonSerializerOptions Form = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Kind of event: <c>progress</c>, <c>diagnostic</c>, <c>output</c>, <c>summary</c> or <c>done</c>.</summary>
    public string? Event { get; init; }

    /// <summary>Progress and done: the stage.</summary>
    public string? Stage { get; init; }

    /// <summary>Progress and summary: text for the user.</summary>
    public string? Text { get; init; }

    /// <summary>Diagnostic: <c>error</c>, <c>warning</c> or <c>info</c>.</summary>
    public string? Severity { get; init; }

    /// <summary>Diagnostic: code.</summary>
    public string? Code { get; init; }

    /// <summary>Diagnostic: file of the finding. Output: written file, relative to the project's folder.</summary>
    public string? File { get; init; }

    /// <summary>Diagnostic: line in the file, from 1; 0 when unknown.</summary>
    public int Line { get; init; }

    /// <summary>Diagnostic: column in the line, from 1; 0 when unknown.</summary>
    public int Column { get; init; }

    /// <summary>Diagnostic: message.</summary>
    public string? Message { get; init; }

    /// <summary>Output: <c>weights</c>, <c>image</c>, <c>manifest</c>, <c>provenance</c>, <c>bom</c> or <c>report</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>Output: region of a weight image.</summary>
    public string? Region { get; init; }

    /// <summary>Output: task of a weight image.</summary>
    public string? Task { get; init; }

    /// <summary>Done: true when there was nothing to do.</summary>
    public bool UpToDate { get; init; }

    /// <summary>Parses a line; null for anything else, such as output of a plugin.</summary>
    public static WorkerEvent? Read(string line)
    {
        // Plugins may write to standard output as well.
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
