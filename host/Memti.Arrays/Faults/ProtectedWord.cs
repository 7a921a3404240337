using System.Numerics;
using Memti.Abstractions.Cells;
using Memti.Arrays.Ecc;

namespace Memti.Arrays.Faults;

/// <summary>A word on its way from memory: its values and check bits as stored and as read.</summary>
internal ref struct ProtectedWord(
    ValueCodec codec, IErrorCorrection code, CheckCells checks, Span<uint> stored, Span<uint> read, Span<byte> data, Span<byte> check)
{
    private readonly Span<uint> _stored = stored;
    private readonly Span<uint> _read = read;
    private readonly Span<byte> _data = data;
    private readonly Span<byte> _storedCheck = check[..(check.Length / 2)];
    private readonly Span<byte> _readCheck = check[(check.Length / 2)..];
    private int _flipped;

    /// <summary>Loads a word. Values missing at the end of the last word count as zero.</summary>
    public void Begin<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IBinaryInteger<T>
    {
        _stored.Clear();
        for (int index = 0; index < values.Length; index++)
            _stored[index] = uint.CreateTruncating(values[index]) & Mask;
        _stored.CopyTo(_read);
        WordValues.Pack<uint>(_stored, codec.Cells.ValueBits, _data);
        code.Encode(_data, _storedCheck);
        _storedCheck.CopyTo(_readCheck);
        _flipped = 0;
    }

    /// <summary>Decides whether a candidate cell is misread.</summary>
    /// <returns>False when the cell is read correctly.</returns>
    public bool Misread(int cell, MisreadTable misreads, double decision)
    {
        (int value, int part) = Math.DivRem(cell, codec.Cells.Cells);
        bool isCheck = value >= _stored.Length;
        int checkCell = cell - (_stored.Length * codec.Cells.Cells);
        int read = misreads.Read(isCheck ? checks.Level(_storedCheck, checkCell) : codec.Level(_stored[value], part), decision);
        if (read < 0)
            return false;
        if (isCheck)
            checks.Write(_readCheck, checkCell, (byte)read);
        else
            _read[value] = codec.WithLevel(_read[value], part, (byte)read);
        _flipped++;
        return true;
    }

    /// <summary>Delivers the word: unchanged where the code corrects it, else as the decoder leaves it.</summary>
    public readonly void Finish<T>(Span<T> values)
        where T : unmanaged, IBinaryInteger<T>
    {
        // Within its reach a code always restores the stored word, so the decoder need not run.
        if (_flipped == 0 || WrongBits() <= code.CorrectableBits)
            return;
        WordValues.Pack<uint>(_read, codec.Cells.ValueBits, _data);
        code.Decode(_data, _readCheck);
        for (int index = 0; index < values.Length; index++)
            values[index] = T.CreateTruncating(WordValues.Unpack(_data, codec.Cells.ValueBits, index));
    }

    private readonly uint Mask => (1u << codec.Cells.ValueBits) - 1;

    private readonly int WrongBits()
    {
        int wrong = 0;
        for (int index = 0; index < _stored.Length; index++)
            wrong += BitOperations.PopCount(_stored[index] ^ _read[index]);
        for (int bit = 0; bit < code.CheckBits; bit++)
            wrong += (_storedCheck[bit >> 3] ^ _readCheck[bit >> 3]) >> (bit & 7) & 1;
        return wrong;
    }
}
