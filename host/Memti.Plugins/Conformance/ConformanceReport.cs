using Memti.Plugins.Trials;

namespace Memti.Plugins.Conformance;

/// <summary>What the laws found.</summary>
/// <param name="Results">One line per subject and law, subject by subject in ordinal order, laws in the order of
/// <see cref="MemoryLaws.All"/>.</param>
public sealed record ConformanceReport(IReadOnlyList<LawResult> Results)
{
    /// <summary>True when something was checked and no law was broken.</summary>
    public bool Passed => Results.Any(static result => result.Verdict == LawVerdict.Pass) && Count(LawVerdict.Fail) == 0;

    /// <summary>How many laws came to a verdict.</summary>
    public int Count(LawVerdict verdict) => Results.Count(result => result.Verdict == verdict);
}
