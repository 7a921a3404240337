using System.Text.Json.Serialization;

namespace Memti.Build.Tasks.Requests;

/// <summary>Where something stands in a project file.</summary>
/// <param name="File">The project file.</param>
/// <param name="Line">Line, from 1; 0 when unknown.</param>
/// <param name="Column">Column of the angle bracket or of the attribute, from 1; 0 when unknown.</param>
internal sealed record DiagnosticLocation(
    [property: JsonPropertyName("file")] string File,
    [property: JsonPropertyName("line")] int Line = 0,
    [property: JsonPropertyName("column")] int Column = 0);
