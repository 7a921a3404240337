namespace Memti.Runs.PowerCuts;

/// <summary>How far a campaign is.</summary>
/// <param name="Design">Name of its design.</param>
/// <param name="Share">Share of its cuts that were tried, 0 to 1.</param>
public readonly record struct CutProgress(string Design, double Share);
