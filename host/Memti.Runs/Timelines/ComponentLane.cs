namespace Memti.Runs.Timelines;

/// <summary>The power states of a component over a frame.</summary>
/// <param name="Component">The component.</param>
/// <param name="States">Its states in order, without gaps.</param>
public sealed record ComponentLane(string Component, IReadOnlyList<StateSpan> States);
