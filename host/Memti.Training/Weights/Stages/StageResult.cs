using Memti.Abstractions.Diagnostics;

namespace Memti.Training.Weights.Stages;

/// <summary>What came of a stage.</summary>
/// <param name="UpToDate">True when nothing had to be done.</param>
/// <param name="Outputs">The files that it left.</param>
/// <param name="Findings">Errors and warnings; with an error the stage failed, and nothing new was written.</param>
public sealed record StageResult(bool UpToDate, IReadOnlyList<StageOutput> Outputs, IReadOnlyList<Diagnostic> Findings)
{
    /// <summary>True without an error.</summary>
    public bool Succeeded => Findings.All(static finding => finding.Severity != Severity.Error);

    /// <summary>A stage that failed.</summary>
    public static StageResult Failed(IReadOnlyList<Diagnostic> findings) => new(false, [], findings);
}
