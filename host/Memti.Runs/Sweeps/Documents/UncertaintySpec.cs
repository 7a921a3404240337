namespace Memti.Runs.Sweeps.Documents;

/// <summary>How uncertain numbers are drawn.</summary>
/// <param name="Samples">Draws at each point.</param>
/// <param name="Seed">Seed of the draws.</param>
public sealed record UncertaintySpec(int Samples, long Seed);
