using Memti.Runs.Sensitivity;

namespace Memti.Runs.Running;

/// <summary>A case that has run.</summary>
/// <param name="Case">The case.</param>
/// <param name="Outcome">What came of its runs.</param>
internal sealed record CaseResult(RunCase Case, DesignOutcome Outcome)
{
    /// <summary>
    /// The number that was moved, <see cref="PerturbedParameter.None"/> for the sample that others are set against; null in a run over
    /// the whole workload.
    /// </summary>
    public PerturbedParameter? Number { get; init; }

    /// <summary>
    /// The design under the best firmware that it can have; null for designs that nothing is set against, and where that firmware fails.
    /// </summary>
    public BestFirmwareRun? Best { get; init; }
}
