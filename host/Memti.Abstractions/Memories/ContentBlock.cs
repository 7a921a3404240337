using Memti.Abstractions.Units;

namespace Memti.Abstractions.Memories;

/// <summary>Equal words in a memory: the weights of a group, or the bytes of a buffer.</summary>
/// <param name="Words">Number of words, zero or more.</param>
/// <param name="BitsPerWord">Bits of one word, 1 to 64. A multi-level memory may give each word cells of its own.</param>
public readonly record struct ContentBlock(long Words, int BitsPerWord)
{
    /// <summary>Size of all words together.</summary>
    /// <exception cref="OverflowException">The number of bits exceeds 64-bit integers.</exception>
    public DataSize Size => DataSize.FromBits(checked(Words * BitsPerWord));
}
