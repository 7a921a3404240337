namespace Memti.Simulation.Contents;

/// <summary>A word of a transfer.</summary>
/// <param name="Offset">Bytes from the start of the memory: a multiple of 4.</param>
/// <param name="From">Its first byte within the transfer.</param>
/// <param name="Until">The byte after its last within the transfer.</param>
/// <param name="Begin">Picoseconds from the start of the transfer to the start of its write.</param>
/// <param name="End">Picoseconds from the start of the transfer to the end of its write.</param>
internal readonly record struct TransferWord(long Offset, long From, long Until, long Begin, long End)
{
    /// <summary>Picoseconds that its write takes.</summary>
    public long Latency => End - Begin;
}
