namespace Memti.Plugins.Trials;

/// <summary>A verdict with what was seen.</summary>
/// <param name="Verdict">What became of the law.</param>
/// <param name="Detail">What was seen, on one line.</param>
public readonly record struct LawFinding(LawVerdict Verdict, string Detail)
{
    /// <summary>The law holds.</summary>
    public static LawFinding Pass(string detail) => new(LawVerdict.Pass, detail);

    /// <summary>The law is broken.</summary>
    public static LawFinding Fail(string detail) => new(LawVerdict.Fail, detail);

    /// <summary>The law does not concern the memory.</summary>
    public static LawFinding NotApplicable(string detail) => new(LawVerdict.NotApplicable, detail);
}
