namespace Memti.Abstractions.Memories;

/// <summary>How words are packed into multi-level cells.</summary>
public enum Packing
{
    /// <summary>Each word has cells of its own: 8 bits take three 3-bit cells (2 + 3 + 3).</summary>
    PerWord,

    /// <summary>Bits continue from word to word. Only the last cell may be partly filled.</summary>
    Dense,
}
