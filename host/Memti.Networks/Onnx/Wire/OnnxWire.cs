using System.Globalization;
using System.Text;
using Google.Protobuf;
using Memti.Abstractions.Diagnostics;
using Memti.Networks.Codes;
using WireType = Google.Protobuf.WireFormat.WireType;

namespace Memti.Networks.Onnx.Wire;

/// <summary>
/// Reads the protocol buffer fields of an ONNX file. Fields that no one takes are skipped without being stored, so weights cost no memory.
/// Stored fields are counted, so no file can demand much memory.
/// </summary>
internal sealed class OnnxWire
{
    /// <summary>Most stored nodes, tensors, attributes and names.</summary>
    private const int MostItems = 1_000_000;
    /// <summary>Most bytes of stored names.</summary>
    private const long MostText = 64L * 1024 * 1024;
    /// <summary>Most stored numbers: shapes, attributes and small tensors.</summary>
    private const int MostNumbers = 8_000_000;
    /// <summary>Longest varint in bytes: 64 bits in groups of seven (protocol buffers, encoding).</summary>
    private const int LongestVarint = 10;
    /// <summary>Deepest nesting of messages; a model needs fewer than ten levels.</summary>
    private const int MostDepth = 32;

    private readonly Stream _stream;
    private readonly CodedInputStream _input;
    private int _items;
    private long _numbers;
    private long _text;

    /// <summary>Reads from a seekable stream at its start.</summary>
    public OnnxWire(Stream stream) => (_stream, _input) = (stream, CodedInputStream.CreateWithLimits(stream, int.MaxValue, MostDepth));

    /// <summary>Reads the fields of a message up to its end.</summary>
    /// <param name="take">Reads the field of a number and type and returns true, or returns false to skip it.</param>
    public void ReadFields(Func<int, WireType, bool> take)
    {
        for (uint tag = _input.ReadTag(); tag != 0; tag = _input.ReadTag())
            if (!take(WireFormat.GetTagFieldNumber(tag), WireFormat.GetTagWireType(tag)))
                _input.SkipLastField();
    }

    /// <summary>Reads a message that is the value of the current field.</summary>
    public bool ReadMessage(Func<int, WireType, bool> take)
    {
        Count();
        _input.ReadMessage(new EmbeddedMessage(() => ReadFields(take)));
        return true;
    }

    public long ReadWhole() => _input.ReadInt64();

    public string ReadText(int longest)
    {
        Count();
        long length = PeekLength();
        if (length > longest)
            throw TooMuch(
                $"a text of {length.ToString(CultureInfo.InvariantCulture)} bytes",
                $"at most {longest.ToString(CultureInfo.InvariantCulture)}");
        if ((_text += length) > MostText)
            throw TooMuch("more than 64 MiB of names", "at most 64 MiB");
        return Encoding.UTF8.GetString(_input.ReadBytes().Span);
    }

    /// <summary>The bytes of the field. Longer fields are skipped and yield null.</summary>
    public byte[]? ReadBytes(int most)
    {
        if (PeekLength() <= most)
            return _input.ReadBytes().ToByteArray();
        _input.SkipLastField();
        return null;
    }

    /// <summary>The bytes of the field, however many; they are in the file.</summary>
    public byte[] ReadBytes()
    {
        RequireRest(PeekLength());
        return _input.ReadBytes().ToByteArray();
    }

    /// <summary>Adds the real numbers of a packed or single field to a list, however many; they are in the file.</summary>
    /// <param name="type">How the field is written.</param>
    /// <param name="numbers">The list.</param>
    /// <param name="wide">True for numbers of 64 bits, false for 32 bits.</param>
    public void ReadWeights(WireType type, List<float> numbers, bool wide)
    {
        if (type != WireType.LengthDelimited)
        {
            numbers.Add(wide ? (float)_input.ReadDouble() : _input.ReadFloat());
            return;
        }

        RequireRest(PeekLength());
        int length = _input.ReadLength();
        for (long end = _input.Position + length; _input.Position < end;)
            numbers.Add(wide ? (float)_input.ReadDouble() : _input.ReadFloat());
    }

    /// <summary>Adds the whole numbers of a packed or single field to a list. Numbers beyond the limit are dropped.</summary>
    /// <returns>False when numbers were dropped.</returns>
    public bool ReadWholes(WireType type, List<long> numbers, int most)
    {
        if (type != WireType.LengthDelimited)
            return Take(numbers, most);
        if (PeekLength() > (long)most * LongestVarint)
        {
            _input.SkipLastField();
            return false;
        }

        int length = _input.ReadLength();
        bool whole = true;
        for (long end = _input.Position + length; _input.Position < end;)
            whole &= Take(numbers, most);
        return whole;
    }

    /// <summary>Adds the real numbers of a packed or single field to a list. Numbers beyond the limit are dropped.</summary>
    /// <param name="type">How the field is written.</param>
    /// <param name="numbers">The list.</param>
    /// <param name="most">Most numbers of the list.</param>
    /// <param name="wide">True for numbers of 64 bits, false for 32 bits.</param>
    /// <returns>False when numbers were dropped.</returns>
    public bool ReadReals(WireType type, List<double> numbers, int most, bool wide)
    {
        if (type != WireType.LengthDelimited)
            return TakeReal(numbers, most, wide);
        if (PeekLength() > (long)most * (wide ? sizeof(double) : sizeof(float)))
        {
            _input.SkipLastField();
            return false;
        }

        int length = _input.ReadLength();
        bool whole = true;
        for (long end = _input.Position + length; _input.Position < end;)
            whole &= TakeReal(numbers, most, wide);
        return whole;
    }

    /// <summary>A real number of 32 bits.</summary>
    public double ReadReal() => _input.ReadFloat();

    /// <summary>True when the values of a small tensor may be kept; they are counted then.</summary>
    public bool MayKeep(int count)
    {
        if (_numbers + count > MostNumbers)
            return false;
        _numbers += count;
        return true;
    }

    /// <summary>Counts a stored item.</summary>
    public void Count()
    {
        if (++_items > MostItems)
            throw TooMuch("more than a million nodes, tensors, attributes and names", "at most a million");
    }

    /// <summary>The error for a truncated file or one of another format.</summary>
    public MemtiException Unreadable(string trouble)
    {
        string value = $"byte {_input.Position.ToString(CultureInfo.InvariantCulture)}";
        return new MemtiException(
            new Diagnostic(NetworkCodes.OnnxUnreadable, $"no ONNX model can be read: at {value} {trouble}.")
            {
                Value = value,
                Permitted = "a whole ONNX file"
            });
    }

    /// <summary>Refuses a length beyond the end of the file before memory is taken for it.</summary>
    private void RequireRest(long length)
    {
        if (length > _stream.Length - _input.Position)
            throw Unreadable("the file ends within a tensor");
    }

    private bool Take(List<long> numbers, int most)
    {
        long number = _input.ReadInt64();
        if (numbers.Count >= most)
            return false;
        CountNumber();
        numbers.Add(number);
        return true;
    }

    private bool TakeReal(List<double> numbers, int most, bool wide)
    {
        double number = wide ? _input.ReadDouble() : _input.ReadFloat();
        if (numbers.Count >= most)
            return false;
        CountNumber();
        numbers.Add(number);
        return true;
    }

    private void CountNumber()
    {
        if (++_numbers > MostNumbers)
            throw TooMuch("more than 8 million numbers in shapes and attributes", "at most 8 million");
    }

    /// <summary>The length at the next byte. It is checked before the parser trusts it and allocates memory for it.</summary>
    private long PeekLength()
    {
        // The parser buffers ahead of its position, so the length is read from the stream itself, which is then restored.
        long place = _stream.Position;
        _stream.Position = _input.Position;
        long length = 0;
        int shift = 0;
        for (int next = _stream.ReadByte(); next >= 0 && shift < 7 * LongestVarint; next = _stream.ReadByte(), shift += 7)
        {
            length |= (long)(next & 0x7f) << shift;
            if (next < 0x80)
                break;
        }

        _stream.Position = place;
        return length is >= 0 and <= int.MaxValue ? length : int.MaxValue;
    }

    private MemtiException TooMuch(string value, string permitted) =>
        new(
            new Diagnostic(
                NetworkCodes.NetworkTooLarge,
                $"the file has {value} before byte {_input.Position.ToString(CultureInfo.InvariantCulture)}; permitted: {permitted}.")
            {
                Value = value,
                Permitted = permitted
            });
}
