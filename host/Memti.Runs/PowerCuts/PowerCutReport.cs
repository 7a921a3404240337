namespace Memti.Runs.PowerCuts;

/// <summary>What came of cutting the power of designs.</summary>
/// <param name="Scenario">The scenario file, as the user named it.</param>
/// <param name="Seed">Seed of all draws.</param>
/// <param name="Designs">The designs.</param>
public sealed record PowerCutReport(string Scenario, long Seed, IReadOnlyList<CutCampaign> Designs);
