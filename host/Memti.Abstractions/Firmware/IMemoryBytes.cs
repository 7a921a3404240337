using Memti.Abstractions.Diagnostics;

namespace Memti.Abstractions.Firmware;

/// <summary>
/// Bytes of non-volatile memories, which are still there when a new object of the policy starts after a brown-out. All are zero before the
/// first power-on. An access takes time and energy of the memory as a copy of as many words does, and a write wears these words of 32
/// bits. Power that ends within a write leaves the words before the moment, and of the word under way what its cells have become: the old
/// word, the new one or neither. Members throw <see cref="MemtiException"/> with <see cref="DiagnosticCode.IllegalOperation"/> for an index
/// outside its list, a range outside the memory, and an operation while the system is down.
/// </summary>
public interface IMemoryBytes
{
    /// <summary>
    /// Number of bytes of a memory; 0 for one whose bytes firmware does not see: a volatile memory, and one without an address
    /// (<c>at</c>) in the scenario.
    /// </summary>
    /// <param name="memory">Index in <see cref="ISystemOnChip.Memories"/>.</param>
    long LengthOf(int memory);

    /// <summary>Reads bytes. Wakes the memory if it sleeps.</summary>
    /// <param name="memory">Index in <see cref="ISystemOnChip.Memories"/>.</param>
    /// <param name="offset">First byte.</param>
    /// <param name="bytes">Receives them; they are there when the operation completes.</param>
    /// <returns>
    /// False when the error-correcting code of the memory refuses a word of the range, which a cut write has left: then
    /// <paramref name="bytes"/> is what it was. A write of the range makes it readable again.
    /// </returns>
    ValueTask<bool> Read(int memory, long offset, Memory<byte> bytes);

    /// <summary>Writes bytes, word by word in the order of their addresses. Wakes the memory if it sleeps.</summary>
    /// <param name="memory">Index in <see cref="ISystemOnChip.Memories"/>.</param>
    /// <param name="offset">First byte.</param>
    /// <param name="bytes">The bytes, as they are at the time of the call.</param>
    ValueTask Write(int memory, long offset, ReadOnlyMemory<byte> bytes);
}
