namespace Memti.Runs.Timelines;

/// <summary>An activity of the machine.</summary>
/// <param name="Kind">What it is in snake case, such as <c>inference</c>.</param>
/// <param name="Task">The task; null outside any task.</param>
/// <param name="Components">The components that it keeps busy.</param>
/// <param name="Bits">Data bits that it moves; 0 where it moves none of its own.</param>
/// <param name="From">Its start in picoseconds; 0 where it began before the frame.</param>
/// <param name="To">Its end in picoseconds; the end of the frame where it goes on.</param>
public sealed record ActivitySpan(string Kind, string? Task, IReadOnlyList<string> Components, long Bits, long From, long To);
