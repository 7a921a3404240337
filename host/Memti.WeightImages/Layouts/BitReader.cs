using Memti.Documents.Words;

namespace Memti.WeightImages.Layouts;

/// <summary>Reads fields from words: the inverse of <see cref="BitWriter"/>.</summary>
/// <param name="bytes">Whole words.</param>
/// <param name="layout">Order of bits and bytes.</param>
internal ref struct BitReader(ReadOnlySpan<byte> bytes, ImageLayout layout)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private readonly bool _low = layout.BitOrder == BitOrder.LsbFirst;
    // Index xor (word bytes - 1) reverses the bytes within a word, since words have a power of two of bytes.
    private readonly int _turn = BitWriter.IsTurned(layout) ? layout.WordBytes - 1 : 0;
    private ulong _pending;
    private int _bits;
    private int _next;

    /// <summary>Reads the next field.</summary>
    /// <param name="width">Bits of the field, 0 to 32.</param>
    /// <exception cref="IndexOutOfRangeException">No bytes are left.</exception>
    public uint Take(int width)
    {
        while (_bits < width)
            Fill();
        uint field = _low ? (uint)(_pending & ((1UL << width) - 1)) : (uint)(_pending >> (_bits - width));
        _bits -= width;
        _pending = _low ? _pending >> width : _pending & ((1UL << _bits) - 1);
        return field;
    }

    private void Fill()
    {
        byte value = _bytes[_next++ ^ _turn];
        _pending = _low ? _pending | ((ulong)value << _bits) : (_pending << 8) | value;
        _bits += 8;
    }
}
