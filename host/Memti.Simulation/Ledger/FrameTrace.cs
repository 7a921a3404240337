namespace Memti.Simulation.Ledger;

/// <summary>Receives the energy of each stepped frame, from its delivery to the next delivery.</summary>
/// <param name="frame">Index of the frame; -1 for the energy before the first delivery.</param>
/// <param name="postings">The postings of the frame; valid during the call only.</param>
public delegate void FrameTrace(long frame, ReadOnlySpan<EnergyPosting> postings);
