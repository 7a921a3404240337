namespace Memti.Simulation.Traces;

/// <summary>A word of 32 bits of a non-volatile memory that firmware has written.</summary>
/// <param name="Memory">Index of the memory in the system.</param>
/// <param name="Offset">Bytes from the start of the memory, a multiple of four.</param>
/// <param name="Value">What the word holds afterwards, the first byte lowest.</param>
/// <param name="Latency">Picoseconds that the write takes.</param>
/// <param name="ByCore">True for a store of the core, false for a copy of the DMA engine.</param>
public readonly record struct WordWrite(int Memory, long Offset, uint Value, long Latency, bool ByCore);
