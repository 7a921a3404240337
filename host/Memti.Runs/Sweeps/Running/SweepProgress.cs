namespace Memti.Runs.Sweeps.Running;

/// <summary>How far a sweep is.</summary>
/// <param name="Done">Points that are done, those of the store included.</param>
/// <param name="Total">All points.</param>
/// <param name="FromStore">Points that the store had.</param>
/// <param name="Failed">Points that failed.</param>
public readonly record struct SweepProgress(int Done, int Total, int FromStore, int Failed);
