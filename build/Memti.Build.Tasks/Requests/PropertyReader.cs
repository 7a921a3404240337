namespace Memti.Build.Tasks.Requests;

/// <summary>Reads properties of the project. Invalid values are errors at the property, or at the project when they were set
/// elsewhere.</summary>
/// <param name="projectFile">The built project.</param>
/// <param name="findings">Receives the errors.</param>
internal sealed class PropertyReader(string projectFile, BuildFindings findings)
{
    private const string Prefix = "Memti";

    /// <summary>Text; null when it is missing.</summary>
    public static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>An integer; null when it is missing or invalid.</summary>
    public long? Whole(string name, string? text) => findings.Whole(text, NumberRange.Of(name[Prefix.Length..]), name, () => Place(name));

    /// <summary>A number; null when there is none.</summary>
    public double? Number(string name, string? text) =>
        findings.Number(text, NumberRange.Of(name[Prefix.Length..]), name, () => Place(name));

    /// <summary>One of the given words; null when it is missing or invalid.</summary>
    public string? Word(string name, string? text, params string[] words) => findings.Word(Text(text), words, name, () => Place(name));

    private DiagnosticLocation Place(string name) => findings.Places.OfProperty(projectFile, name);
}
