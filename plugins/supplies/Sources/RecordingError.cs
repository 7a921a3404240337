using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Parameters;
using Memti.Plugins.Supplies.Codes;

namespace Memti.Plugins.Supplies.Sources;

/// <summary>Findings about recordings and tables.</summary>
internal static class RecordingError
{
    public static MemtiException At(ScenarioFile file, long line, string what, string permitted) => new(new Diagnostic(
        SupplyCodes.BadRecording, FormattableString.Invariant($"'{file.Name}', line {line}: {what}; permitted: {permitted}."))
    {
        Value = file.Name,
        Permitted = permitted,
    });

    public static MemtiException Of(ScenarioFile file, string what, string permitted) => new(new Diagnostic(
        SupplyCodes.BadRecording, $"'{file.Name}' {what}; permitted: {permitted}.")
    {
        Value = file.Name,
        Permitted = permitted,
    });

    public static MemtiException Unreadable(ScenarioFile file, Exception error) => new(
        new Diagnostic(DiagnosticCode.FileUnreadable, $"file '{file.Name}' cannot be read: {error.Message}") { Value = file.Name }, error);
}
