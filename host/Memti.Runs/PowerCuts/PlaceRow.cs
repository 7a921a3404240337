namespace Memti.Runs.PowerCuts;

/// <summary>Cuts of all writes that one instruction has made, or the DMA engine, or of all boundaries of activities.</summary>
/// <param name="Place">The instruction, in words.</param>
/// <param name="Address">Its address; null for none.</param>
/// <param name="Writes">Words that it has written in the uncut run.</param>
/// <param name="Recovered">Number of recovered cuts.</param>
/// <param name="Detected">Number of detected cuts.</param>
/// <param name="Silent">Number of silent cuts.</param>
public sealed record PlaceRow(string Place, ulong? Address, long Writes, long Recovered, long Detected, long Silent);
