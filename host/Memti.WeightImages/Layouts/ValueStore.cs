using Memti.Abstractions.Cells;
using Memti.Arrays.Ecc;
using Memti.Arrays.Faults;
using Memti.Documents.Words;

namespace Memti.WeightImages.Layouts;

/// <summary>Maps values of one width to fields of a weight image: the fields of each value, then those of the check bits of a code
/// word.</summary>
internal sealed class ValueStore
{
    private readonly ImageLayout _layout;
    private readonly IErrorCorrection? _code;
    private readonly CheckCells? _checkCells;
    private readonly int[] _fieldBits;

    public ValueStore(ImageLayout layout, int bits, ValueCodec? codec)
    {
        (_layout, Bits, Codec) = (layout, bits, codec);
        _code = layout.Ecc is { } ecc ? ErrorCorrections.Of(ecc, bits) : null;
        ValuesPerWord = _code is null ? 1 : _code.DataBits / bits;
        // Check bits use cells as wide as the widest cell of a value: one kind of cell per region.
        _checkCells = _code is null || codec is null ? null : new CheckCells(_code.CheckBits, codec.Cells.Bits.Max(), codec.Encoding);
        _fieldBits = codec is null || layout.Packing == CellPacking.Values ? [bits] : [.. codec.Cells.Bits.Select(FieldBits)];
    }

    public int Bits { get; }

    public ValueCodec? Codec { get; }

    /// <summary>Values per code word, which share check bits; 1 without a code.</summary>
    public int ValuesPerWord { get; }

    /// <summary>Check bits per code word; 0 without a code.</summary>
    public int CheckBits => _code?.CheckBits ?? 0;

    /// <summary>Cells per code word; per value without a code.</summary>
    public long CellsPerWord => Codec is null
        ? ((long)ValuesPerWord * Bits) + CheckBits
        : ((long)ValuesPerWord * Codec.Cells.Cells) + (_checkCells?.Count ?? 0);

    /// <summary>Number of code words for a number of values.</summary>
    public long Words(long values) => (values + ValuesPerWord - 1) / ValuesPerWord;

    /// <summary>Bits for a number of values, before padding of the last memory word.</summary>
    public long FieldBitsOf(long values)
    {
        long ofValue = _fieldBits.Sum();
        long ofCheck = _checkCells is null || _layout.Packing == CellPacking.Values
            ? CheckBits
            : (long)_checkCells.Count * FieldBits(_checkCells.BitsPerCell);
        return Words(values) * ((ValuesPerWord * ofValue) + ofCheck);
    }

    /// <summary>Writes one code word, or one value without a code.</summary>
    /// <param name="values">Its values; zeros where the last word is incomplete.</param>
    /// <param name="fields">Receives the bits.</param>
    /// <param name="levels">Receives the levels of its cells; empty without multi-level cells.</param>
    public void Write(ReadOnlySpan<ushort> values, BitWriter fields, Span<byte> levels)
    {
        Span<byte> check = stackalloc byte[(CheckBits + 7) / 8];
        Protect(values, check);
        if (Codec is not null)
            WriteLevels(values, check, levels);
        if (Codec is null || _layout.Packing == CellPacking.Values)
            WriteBits(values, check, fields);
        else
            WriteFields(levels, fields);
    }

    /// <summary>Reads the values of one code word, or one value without a code. Skips check bits.</summary>
    public void Read(scoped ref BitReader fields, scoped Span<ushort> values)
    {
        foreach (ref ushort value in values)
            value = ReadValue(ref fields);
        int checks = _checkCells is null || _layout.Packing == CellPacking.Values ? CheckBits : _checkCells.Count;
        for (int field = 0; field < checks; field++)
            fields.Take(_checkCells is null || _layout.Packing == CellPacking.Values ? 1 : FieldBits(_checkCells.BitsPerCell));
    }

    private int FieldBits(int cellBits) => _layout.Packing switch { CellPacking.Nibble => 4, CellPacking.Byte => 8, _ => cellBits };

    private void Protect(ReadOnlySpan<ushort> values, Span<byte> check)
    {
        if (_code is null)
            return;
        Span<byte> data = stackalloc byte[(_code.DataBits + 7) / 8];
        WordValues.Pack(values, Bits, data);
        _code.Encode(data, check);
    }

    private void WriteLevels(ReadOnlySpan<ushort> values, ReadOnlySpan<byte> check, Span<byte> levels)
    {
        int ofValues = values.Length * Codec!.Cells.Cells;
        Codec.Encode(values, levels[..ofValues]);
        for (int cell = 0; cell < levels.Length - ofValues; cell++)
            levels[ofValues + cell] = _checkCells!.Level(check, cell);
    }

    private void WriteBits(ReadOnlySpan<ushort> values, ReadOnlySpan<byte> check, BitWriter fields)
    {
        foreach (ushort value in values)
            fields.Add(value, Bits);
        for (int bit = 0; bit < CheckBits; bit++)
            fields.Add((uint)(check[bit >> 3] >> (bit & 7) & 1), 1);
    }

    private void WriteFields(ReadOnlySpan<byte> levels, BitWriter fields)
    {
        int ofValues = ValuesPerWord * _fieldBits.Length;
        for (int cell = 0; cell < levels.Length; cell++)
            fields.Add(levels[cell], cell < ofValues ? _fieldBits[cell % _fieldBits.Length] : FieldBits(_checkCells!.BitsPerCell));
    }

    private ushort ReadValue(scoped ref BitReader fields)
    {
        if (Codec is null || _layout.Packing == CellPacking.Values)
            return (ushort)fields.Take(Bits);
        uint value = 0;
        for (int cell = 0; cell < _fieldBits.Length; cell++)
            // Mask the level: in nibble and byte packing a damaged field may exceed the levels of its cell.
            value = Codec.WithLevel(value, cell, (byte)(fields.Take(_fieldBits[cell]) & ((1u << Codec.Cells.Bits[cell]) - 1)));
        return (ushort)value;
    }
}
