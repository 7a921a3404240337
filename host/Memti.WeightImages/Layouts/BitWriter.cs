using Memti.Documents.Words;

namespace Memti.WeightImages.Layouts;

/// <summary>Packs fields into words.</summary>
/// <param name="layout">Order of bits and bytes.</param>
internal sealed class BitWriter(ImageLayout layout)
{
    private readonly List<byte> _bytes = [];
    private ulong _pending;
    private int _bits;

    /// <summary>Bytes of the whole words so far.</summary>
    public int Length => _bytes.Count;

    /// <summary>The bytes of all whole words.</summary>
    public byte[] ToArray() => [.. _bytes];

    /// <summary>Appends a field.</summary>
    /// <param name="field">Bits of the field; zeros above the width.</param>
    /// <param name="width">Bits of the field, 0 to 32.</param>
    public void Add(uint field, int width)
    {
        if (layout.BitOrder == BitOrder.LsbFirst)
            AddLow(field, width);
        else
            AddHigh(field, width);
    }

    /// <summary>Pads the word with zeros.</summary>
    public void EndWord()
    {
        while (_bits > 0 || _bytes.Count % layout.WordBytes != 0)
            Add(0, 8 - (_bits & 7));
    }

    private void AddLow(uint field, int width)
    {
        _pending |= (ulong)field << _bits;
        for (_bits += width; _bits >= 8; _bits -= 8, _pending >>= 8)
            Put((byte)_pending);
    }

    private void AddHigh(uint field, int width)
    {
        // Fewer than 8 bits are pending between calls, so 32 more always fit into 64.
        _pending = (_pending << width) | field;
        for (_bits += width; _bits >= 8; _bits -= 8)
            Put((byte)(_pending >> (_bits - 8)));
        _pending &= (1UL << _bits) - 1;
    }

    /// <summary>Appends bytes in the order in which bits fill a word. When that is not the byte order, a complete word is
    /// reversed.</summary>
    private void Put(byte value)
    {
        _bytes.Add(value);
        if (_bytes.Count % layout.WordBytes == 0 && IsTurned(layout))
            _bytes.Reverse(_bytes.Count - layout.WordBytes, layout.WordBytes);
    }

    /// <summary>True when the byte that is filled first has the highest address of its word.</summary>
    public static bool IsTurned(ImageLayout layout) => (layout.BitOrder == BitOrder.LsbFirst) != (layout.ByteOrder == ByteOrder.Little);
}
