namespace Memti.Simulation.Ledger;

/// <summary>Receives the energy of each stepped frame, from its delivery to that of the next one.</summary>
/// <param name="frame">Index of the frame; -1 for what was spent before the first one was delivered.</param>
/// <param name="postings">What was spent; valid during the call only.</param>
public delegate void FrameTrace(long frame, ReadOnlySpan<EnergyPosting> postings);
