namespace Memti.Runs.Timelines;

/// <summary>Power from a moment on.</summary>
/// <param name="At">The moment in picoseconds.</param>
/// <param name="Milliwatts">Power of the whole system in mW.</param>
public sealed record PowerStep(long At, double Milliwatts);
