using Memti.Runs.Sensitivity;

namespace Memti.Runs.Running;

/// <summary>What came of one design: as it stands, under each variant, and with each number moved.</summary>
internal sealed record DesignResults
{
    /// <summary>The design as it stands.</summary>
    public required CaseResult Plain { get; init; }

    /// <summary>The design under each variant, in the order of the scenario.</summary>
    public required IReadOnlyList<CaseResult> Variants { get; init; }

    /// <summary>The sample that moved numbers are set against; null where none was moved.</summary>
    public CaseResult? Sample { get; init; }

    /// <summary>The design with a number moved, by the name of the number.</summary>
    public required IReadOnlyDictionary<string, CaseResult> Moved { get; init; }

    /// <summary>Name in the scenario.</summary>
    public string Name => Plain.Case.Design.Name;

    /// <summary>All results of the design.</summary>
    public IEnumerable<CaseResult> All => [Plain, .. Variants, .. Sample is null ? [] : (CaseResult[])[Sample], .. Moved.Values];

    /// <summary>Results of several designs by design, in the order in which designs come first.</summary>
    public static IReadOnlyList<DesignResults> Of(IEnumerable<CaseResult> results) =>
        [.. results.GroupBy(static result => result.Case.Design.Name, StringComparer.Ordinal).Select(OfOne)];

    private static DesignResults OfOne(IEnumerable<CaseResult> design)
    {
        ILookup<bool, CaseResult> isMoved = design.ToLookup(static result => result.Number is not null);
        ILookup<bool, CaseResult> isSample = isMoved[true].ToLookup(static result => result.Number == PerturbedParameter.None);
        return new DesignResults
        {
            Plain = isMoved[false].First(static result => result.Case.Variant is null),
            Variants = [.. isMoved[false].Where(static result => result.Case.Variant is not null)],
            Sample = isSample[true].FirstOrDefault(),
            Moved = isSample[false].ToDictionary(static result => result.Number!.Name, StringComparer.Ordinal),
        };
    }
}
