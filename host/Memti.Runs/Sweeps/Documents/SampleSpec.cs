namespace Memti.Runs.Sweeps.Documents;

/// <summary>How many points are drawn from the axes, in place of every combination.</summary>
/// <param name="Method">How.</param>
/// <param name="Points">Number of points.</param>
/// <param name="Seed">Seed of the draw.</param>
public sealed record SampleSpec(SampleMethod Method, int Points, long Seed);
