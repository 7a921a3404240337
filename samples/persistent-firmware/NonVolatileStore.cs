using System.Buffers.Binary;
using Memti.Abstractions.Firmware;

namespace PersistentFirmware;

/// <summary>Words of 32 bits in a non-volatile memory.</summary>
public sealed class NonVolatileStore
{
    /// <summary>Bytes of a word.</summary>
    public const int WordBytes = 4;

    // A multiple of the words of every code: a torn record does not make its neighbour unreadable.
    private const long Alignment = 64;

    private readonly IMemoryBytes _bytes;
    private readonly int _memory;

    /// <summary>Finds a memory by its name.</summary>
    /// <exception cref="InvalidOperationException">No memory of this name has bytes.</exception>
    public NonVolatileStore(ISystemOnChip soc, string name)
    {
        _memory = soc.Memories.ToList().IndexOf(name);
        _bytes = soc.Bytes is { } bytes && _memory >= 0 && bytes.LengthOf(_memory) > 0
            ? bytes
            : throw new InvalidOperationException($"'{name}' is no non-volatile memory with 'at'");
    }

    /// <summary>The first place after some words where something of its own may begin.</summary>
    public static long After(long words) => ((words * WordBytes) + Alignment - 1) / Alignment * Alignment;

    /// <summary>Reads words; null when the code of the memory refuses one.</summary>
    public async ValueTask<uint[]?> Read(long offset, int count)
    {
        byte[] bytes = await ReadBytes(offset, count * WordBytes);
        return bytes.Length == 0
            ? null
            : [.. Enumerable.Range(0, count).Select(word => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(word * WordBytes)))];
    }

    /// <summary>Writes words, one after the other.</summary>
    public ValueTask Write(long offset, params uint[] words)
    {
        byte[] bytes = new byte[words.Length * WordBytes];
        for (int word = 0; word < words.Length; word++)
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(word * WordBytes), words[word]);
        return WriteBytes(offset, bytes);
    }

    /// <summary>Reads bytes; empty when the code of the memory refuses a word.</summary>
    public async ValueTask<byte[]> ReadBytes(long offset, int count)
    {
        byte[] bytes = new byte[count];
        return await _bytes.Read(_memory, offset, bytes) ? bytes : [];
    }

    /// <summary>Writes bytes.</summary>
    public ValueTask WriteBytes(long offset, ReadOnlyMemory<byte> bytes) => _bytes.Write(_memory, offset, bytes);
}
