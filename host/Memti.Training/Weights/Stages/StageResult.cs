using Memti.Abstractions.Diagnostics;

namespace Memti.Training.Weights.Stages;

/// <summary>Result of a stage.</summary>
/// <param name="UpToDate">True when there was nothing to do.</param>
/// <param name="Outputs">Files of the stage.</param>
/// <param name="Findings">Errors and warnings. With an error the stage failed.</param>
public sealed record StageResult(bool UpToDate, IReadOnlyList<StageOutput> Outputs, IReadOnlyList<Diagnostic> Findings)
{
    /// <summary>What all stages came to, a line each; empty but for the last stage.</summary>
    public IReadOnlyList<string> Summary { get; init; } = [];

    /// <summary>True when no finding is an error.</summary>
    public bool Succeeded => Findings.All(static finding => finding.Severity != Severity.Error);

    /// <summary>Result of a failed stage.</summary>
    public static StageResult Failed(IReadOnlyList<Diagnostic> findings) => new(false, [], findings);
}
