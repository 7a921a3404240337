using System.Globalization;
using System.Text;
using Memti.WeightImages.Findings;

namespace Memti.WeightImages.Formats;

/// <summary>Reads S-records one by one, in any order of their addresses.</summary>
internal sealed class SRecordReader
{
    private readonly SRecord _format;
    private readonly RangeCollector _bytes;
    private readonly List<FlatNote> _notes = [];
    private int _records;
    private bool _isCounted;
    private bool _ended;

    public SRecordReader(SRecord format)
    {
        _format = format;
        _bytes = new RangeCollector("line", (line, why) => Unreadable.AtLine(format, line, why));
    }

    /// <summary>Reads a line.</summary>
    public void Take(TextLine line)
    {
        if (line.Text.IsEmpty || line.Text[0] == ';')
            return;
        if (_ended)
            throw Unreadable.At(_format, line, 0, "something follows the end record");
        if (line.Text.Length < 2 || line.Text[0] is not ((byte)'S' or (byte)'s') || line.Text[1] is < (byte)'0' or > (byte)'9')
            throw Unreadable.At(_format, line, 0, "a record must start with S0 to S9");
        byte[] record = HexRecord.Bytes(_format, line, 2);
        if (record.Length < 2 || record.Length != record[0] + 1)
            throw Unreadable.At(
                _format,
                line,
                2,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the length of the record is not the one that it says: {Math.Max(record.Length - 1, 0)} bytes follow its count of "
                        + $"{(record.Length > 0 ? record[0] : 0)}"));
        HexRecord.RequireSum(_format, line, record, 0xFF);
        Take((char)line.Text[1], record.AsSpan(1..^1), line);
    }

    /// <summary>Returns all bytes. A count or an end record must show that the file is whole.</summary>
    public FlatImage Finish(int lines, int length) => _ended || _isCounted
        ? new FlatImage(_bytes.Finish()) { Notes = _notes }
        : throw Unreadable.AtLine(
            _format, Math.Max(lines, 1), 1, length, "the end record (S7, S8 or S9) is missing, so the file may be cut off");

    private void Take(char type, ReadOnlySpan<byte> fields, TextLine line)
    {
        switch (type)
        {
            case '0' when fields.Length >= 2:
                TakeHeader(fields[2..]);
                break;
            case '1' or '2' or '3':
                int width = type - '0' + 1;
                Add(Number(fields, width, line), width, fields[width..], line);
                break;
            case '5' or '6':
                int digits = type == '5' ? 2 : 3;
                CheckCount(Number(fields, digits, line), digits, line);
                break;
            case '7' or '8' or '9':
                TakeStart(Number(fields, '0' + 11 - type, line));
                _ended = true;
                break;
            default:
                throw Unreadable.At(
                    _format, line, 1, FormattableString.Invariant($"a record of type S{type} with {fields.Length} bytes is not known"));
        }
    }

    private void TakeHeader(ReadOnlySpan<byte> text)
    {
        string header = Encoding.Latin1.GetString(text).TrimEnd('\0', ' ');
        if (header.Length > 0)
            _notes.Add(new FlatNote("header", string.Concat(header.Select(static sign => char.IsControl(sign) ? '.' : sign))));
    }

    private void TakeStart(ulong address)
    {
        // 0 is what programs write that know no start address.
        if (address != 0)
            _notes.Add(new FlatNote("start_address", ImageFinding.Address(address)));
    }

    private void Add(ulong address, int width, ReadOnlySpan<byte> data, TextLine line)
    {
        if (address + (ulong)data.Length > 1UL << (8 * width))
            throw Unreadable.At(
                _format,
                line,
                4,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the record wraps around: its {data.Length} bytes from {ImageFinding.Address(address)} on do not end within "
                        + $"{8 * width} bits of address"));
        _records++;
        _bytes.Add(address, data, line.Number);
    }

    private void CheckCount(ulong count, int width, TextLine line)
    {
        // A count of 16 bits in a file with more records holds the low bits.
        ulong known = (ulong)_records & ((1UL << (8 * width)) - 1);
        if (count != known)
            throw Unreadable.At(
                _format, line, 4, FormattableString.Invariant($"the record counts {count} data records and {_records} stand before it"));
        _isCounted = true;
    }

    private ulong Number(ReadOnlySpan<byte> fields, int width, TextLine line)
    {
        if (fields.Length < width)
            throw Unreadable.At(
                _format, line, 2, FormattableString.Invariant($"a record of this type has at least {width} bytes before its checksum"));
        ulong number = 0;
        foreach (byte value in fields[..width])
            number = (number << 8) | value;
        return number;
    }
}
