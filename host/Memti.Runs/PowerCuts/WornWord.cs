namespace Memti.Runs.PowerCuts;

/// <summary>The most-written word of a memory in the uncut run.</summary>
/// <param name="Memory">Name of the memory.</param>
/// <param name="Words">Words that were written, a word once for each write.</param>
/// <param name="Offset">The word that was written most often, in bytes from the start of the memory.</param>
/// <param name="Writes">How often.</param>
public sealed record WornWord(string Memory, long Words, long Offset, long Writes);
