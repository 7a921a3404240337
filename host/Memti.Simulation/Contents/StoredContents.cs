namespace Memti.Simulation.Contents;

/// <summary>What a memory holds.</summary>
/// <param name="Memory">Index of the memory in the system.</param>
/// <param name="Bytes">Its bytes from the first on; not more than it has.</param>
/// <param name="Unreadable">
/// Ranges that its error-correcting code detects as wrong, first byte and number of bytes: a read there has no answer until the range is
/// written.
/// </param>
public sealed record StoredContents(int Memory, ReadOnlyMemory<byte> Bytes, IReadOnlyList<(long Offset, long Bytes)> Unreadable);
