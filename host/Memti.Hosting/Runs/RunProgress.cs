namespace Memti.Hosting;

/// <summary>How far a run is.</summary>
/// <param name="Done">Finished simulations of designs, variants and moved numbers.</param>
/// <param name="Total">All of them.</param>
public readonly record struct RunProgress(int Done, int Total);
