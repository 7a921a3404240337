using System.Buffers;
using System.Buffers.Binary;
using Memti.WeightImages.Findings;

namespace Memti.WeightImages.Formats;

/// <summary>Reads the records of an Intel HEX file one by one. Data must be contiguous.</summary>
internal sealed class IntelHexReader(IntelHex format)
{
    private static readonly SearchValues<byte> Digits = SearchValues.Create("0123456789ABCDEFabcdef"u8);

    private readonly ArrayBufferWriter<byte> _bytes = new();
    private ulong _base;
    private ulong? _address;
    private bool _ended;

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line without its end.</param>
    /// <param name="offset">Offset of its first byte in the file.</param>
    public void Take(ReadOnlySpan<byte> line, int offset)
    {
        if (line.IsEmpty)
            return;
        if (_ended)
            throw Unreadable.At(format, offset, "something follows the end record");
        if (line[0] != ':')
            throw Unreadable.At(format, offset, "a record must start with ':'");
        byte[] record = new byte[(line.Length - 1) / 2];
        if (line.Length % 2 == 0 || Convert.FromHexString(line[1..], record, out _, out _) != OperationStatus.Done)
            throw Unreadable.At(format, offset + 1 + FirstNoDigit(line[1..]), "a hexadecimal digit must be here");
        if (record.Length < 5 || record.Length != record[0] + 5)
            throw Unreadable.At(format, offset + 1, "the length of the record is not the one that it says");
        if ((byte)record.Sum(static value => value) != 0)
            throw Unreadable.At(format, offset, "the checksum of the record is wrong");
        Take(record, offset);
    }

    /// <summary>Returns all bytes after the end record.</summary>
    public FlatImage Finish(int length) => _ended
        ? new FlatImage(_address, _bytes.WrittenMemory.ToArray())
        : throw Unreadable.At(format, length, "the end record is missing");

    private void Take(byte[] record, int offset)
    {
        ReadOnlySpan<byte> data = record.AsSpan(4, record[0]);
        switch (record[3])
        {
            // Record types: 00 data, 01 end, 02 segment address (x 16), 04 linear address (x 65536).
            case 0:
                Add(_base + BinaryPrimitives.ReadUInt16BigEndian(record.AsSpan(1)), data, offset);
                break;
            case 1:
                _ended = true;
                break;
            case 2 when data.Length == 2:
                _base = (ulong)BinaryPrimitives.ReadUInt16BigEndian(data) << 4;
                break;
            case 4 when data.Length == 2:
                _base = (ulong)BinaryPrimitives.ReadUInt16BigEndian(data) << 16;
                break;
            // 03 and 05 are start addresses of a program, which an image does not have.
            case 3 or 5:
                break;
            default:
                throw Unreadable.At(
                    format, offset, FormattableString.Invariant($"a record of type {record[3]:X2} with {data.Length} bytes is not known"));
        }
    }

    private void Add(ulong address, ReadOnlySpan<byte> data, int offset)
    {
        _address ??= address;
        ulong expected = _address.Value + (ulong)_bytes.WrittenCount;
        if (address != expected)
            throw Unreadable.At(
                format, offset, $"the data is for {ImageFinding.Address(address)} and should go on at {ImageFinding.Address(expected)}");
        _bytes.Write(data);
    }

    private static int FirstNoDigit(ReadOnlySpan<byte> digits)
    {
        int place = digits.IndexOfAnyExcept(Digits);
        return place < 0 ? digits.Length : place;
    }
}
