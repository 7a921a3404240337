namespace Memti.Build.Tasks.Requests;

/// <summary>Reads properties of the project; what cannot be read is an error at the property, or at the project when it was given elsewhere.</summary>
/// <param name="projectFile">The project that is built.</param>
/// <param name="findings">Takes what is wrong.</param>
internal sealed class PropertyReader(string projectFile, BuildFindings findings)
{
    private const string Prefix = "Memti";

    /// <summary>Text; null when there is none.</summary>
    public static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>A whole number; null when there is none.</summary>
    public long? Whole(string name, string? text) => findings.Whole(text, NumberRange.Of(name[Prefix.Length..]), name, () => Place(name));

    /// <summary>A number; null when there is none.</summary>
    public double? Number(string name, string? text) => findings.Number(text, NumberRange.Of(name[Prefix.Length..]), name, () => Place(name));

    /// <summary>One of some words; null when there is none.</summary>
    public string? Word(string name, string? text, params string[] words) => findings.Word(Text(text), words, name, () => Place(name));

    private DiagnosticLocation Place(string name) => findings.Places.OfProperty(projectFile, name);
}
