namespace Memti.Runs.Sweeps.Results;

/// <summary>
/// The rows that no other row beats: none is at least as good in every objective and better in one. Rows that break a constraint, failed,
/// or lack an objective are not among them.
/// </summary>
/// <param name="Objectives">What is wanted, two or more.</param>
/// <param name="Rows">The rows, sorted by the first objective, best first, then in the order of the table.</param>
public sealed record ParetoFront(IReadOnlyList<SweepObjective> Objectives, IReadOnlyList<SweepRow> Rows);
