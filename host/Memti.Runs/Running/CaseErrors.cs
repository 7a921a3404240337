using Memti.Abstractions.Diagnostics;
using Memti.Plugins.Codes;

namespace Memti.Runs.Running;

/// <summary>Says which design an error is about.</summary>
internal static class CaseErrors
{
    /// <summary>The errors of some cases, in their order; a variant is not blamed for what its design is refused for already.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="errors">What went wrong with each; null where nothing did.</param>
    public static IReadOnlyList<Diagnostic> Of(IReadOnlyList<RunCase> cases, IReadOnlyList<Diagnostic?> errors) =>
    [
        .. cases.Zip(errors)
            .Where(static pair => pair.Second is not null)
            .DistinctBy(static pair => (OfPlugin(pair.Second!) ? null : pair.First.Design.Name, pair.Second!.Message))
            .Select(static pair => Describe(pair.First, pair.Second!)),
    ];

    // What a plugin fails in is the same in every design that uses it, and is said once.
    private static bool OfPlugin(Diagnostic error) => error.Code
        is PluginCodes.PluginTimedOut
        or PluginCodes.PluginDependencyMissing
        or DiagnosticCode.PluginThrew
        or DiagnosticCode.PluginInvalid;

    private static Diagnostic Describe(RunCase failed, Diagnostic error)
    {
        string variant = failed.Variant is null ? "" : $", variant '{failed.Variant.Name}'";
        Diagnostic placed = error.File is null ? At(failed, error) : error;
        return placed with { Message = $"design '{failed.Design.Name}'{variant}: {error.Message}" };
    }

    private static Diagnostic At(RunCase failed, Diagnostic error) => error with
    {
        File = failed.Design.Place.File,
        Line = failed.Design.Place.Line,
        Column = failed.Design.Place.Column,
    };
}
