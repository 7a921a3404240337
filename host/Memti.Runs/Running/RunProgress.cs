namespace Memti.Runs.Running;

/// <summary>How far a run is.</summary>
/// <param name="Done">Finished simulations of designs, variants and moved numbers.</param>
/// <param name="Total">All of them.</param>
/// <param name="Design">The design of which frames were done last; null before the first.</param>
/// <param name="Frames">Frames of it that are done.</param>
/// <param name="TotalFrames">All frames of it.</param>
public readonly record struct RunProgress(int Done, int Total, string? Design = null, long Frames = 0, long TotalFrames = 0);
