namespace Memti.Runs.PowerCuts;

/// <summary>A write of a word of 32 bits to non-volatile memory, as the uncut run made it.</summary>
/// <param name="Time">When it began, in picoseconds since the start of the run.</param>
/// <param name="Latency">How long it took, in picoseconds.</param>
/// <param name="Memory">Index of the memory among those that the campaign knows.</param>
/// <param name="Offset">Bytes from the start of the memory.</param>
/// <param name="Before">What the word held.</param>
/// <param name="After">What it holds.</param>
/// <param name="ProgramCounter">Where the core was.</param>
/// <param name="ByCore">True for a store of the core, false for a copy of the DMA engine.</param>
public readonly record struct JournalWrite(
    Int128 Time, long Latency, int Memory, long Offset, uint Before, uint After, ulong ProgramCounter, bool ByCore)
{
    /// <summary>When the word is whole.</summary>
    public Int128 End => Time + Latency;
}
