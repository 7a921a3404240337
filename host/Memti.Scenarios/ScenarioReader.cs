using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;
using Memti.Documents.Nodes;
using Memti.Scenarios.Kinds;

namespace Memti.Scenarios;

/// <summary>Reads scenario files. Bad input gives findings, never an exception.</summary>
/// <param name="catalog">What the loaded plugins offer.</param>
public sealed class ScenarioReader(IKindCatalog catalog)
{
    /// <summary>Reads a scenario file.</summary>
    /// <param name="path">The file, as the user named it.</param>
    /// <param name="overrides"><c>--set</c> expressions, such as <c>workload.fps=15</c>, applied in order.</param>
    public ScenarioResult ReadFile(string path, params IReadOnlyList<string> overrides)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(overrides);
        SourceFile? source = SourceFile.Read(path, out string trouble);
        return source is null ? new ScenarioResult(null, [Unreadable(path, trouble)]) : Read(source, path, overrides);
    }

    /// <summary>The text of a scenario file; null, with a finding, when it cannot be read or is something else that is known.</summary>
    internal static SourceFile? Open(string path, FindingList findings)
    {
        if (SourceFile.Read(path, out string trouble) is not { } source)
            findings.Add(Unreadable(path, trouble));
        else if (Refusal(source, path) is { } refusal)
            findings.Add(refusal);
        else
            return source;
        return null;
    }

    /// <summary>Reads the text of a scenario, as if it stood in a file.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">The name that findings give; a calibration file is looked for beside it.</param>
    /// <param name="overrides"><c>--set</c> expressions, applied in order.</param>
    public ScenarioResult ReadText(string text, string file, params IReadOnlyList<string> overrides)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(overrides);
        SourceFile? source = SourceFile.OfText(text, out string trouble);
        return source is null ? new ScenarioResult(null, [Unreadable(file, trouble)]) : Read(source, file, overrides);
    }

    private static Diagnostic Unreadable(string path, string trouble) =>
        new(DiagnosticCode.FileUnreadable, $"scenario file '{path}' cannot be read: {trouble}.") { File = path, Value = path };

    private static Diagnostic? Refusal(SourceFile source, string file) =>
        KnownFile.IsScenario(source.Text) ? null : KnownFile.Of(source.Text)?.Refusal(file, "a scenario");

    private ScenarioResult Read(SourceFile source, string file, IReadOnlyList<string> overrides)
    {
        if (Refusal(source, file) is { } refusal)
            return new ScenarioResult(null, [refusal]);
        FindingList findings = new(file);
        ScenarioSet? set = new ScenarioAssembly(new KindSchemas(catalog), findings).Assemble(source, file, overrides);
        return new ScenarioResult(findings.HasErrors ? null : set, findings.InFileOrder());
    }
}
