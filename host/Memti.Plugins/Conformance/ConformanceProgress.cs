namespace Memti.Plugins.Conformance;

/// <summary>How far a check is.</summary>
/// <param name="Done">Laws tried.</param>
/// <param name="Total">All of them, on all memories.</param>
/// <param name="Kind">The memory that is checked.</param>
/// <param name="Law">The law that is tried.</param>
public readonly record struct ConformanceProgress(int Done, int Total, string Kind, string Law);
