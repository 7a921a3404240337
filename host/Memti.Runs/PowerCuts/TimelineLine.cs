namespace Memti.Runs.PowerCuts;

/// <summary>A line of the timeline of a cut.</summary>
/// <param name="Time">Picoseconds since the start of the run.</param>
/// <param name="What">What happened.</param>
public sealed record TimelineLine(Int128 Time, string What);
