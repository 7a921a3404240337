using Memti.Abstractions.Units;

namespace Memti.Abstractions.Memories;

/// <summary>Equal words that a memory holds: the weights of a group, or the bytes of a buffer.</summary>
/// <param name="Words">How many, not negative.</param>
/// <param name="BitsPerWord">Width of a word, 1 to 64 bits. A multi-level memory may give each word cells of its own.</param>
public readonly record struct ContentBlock(long Words, int BitsPerWord)
{
    /// <summary>All words together.</summary>
    public DataSize Size => DataSize.FromBits(checked(Words * BitsPerWord));
}
