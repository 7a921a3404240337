using System.Buffers.Binary;
using System.Globalization;
using Memti.WeightImages.Findings;

namespace Memti.WeightImages.Formats;

/// <summary>Reads the records of an Intel HEX file one by one, in any order of their addresses.</summary>
internal sealed class IntelHexReader
{
    private const ulong Bank = 1UL << 16;
    private const ulong End = 1UL << 32;

    private readonly IntelHex _format;
    private readonly RangeCollector _bytes;
    private readonly List<FlatNote> _notes = [];
    private ulong _base;
    private Addressing _addressing;
    private bool _ended;

    public IntelHexReader(IntelHex format)
    {
        _format = format;
        _bytes = new RangeCollector("line", (line, why) => Unreadable.AtLine(format, line, why));
    }

    /// <summary>How an address goes on at a multiple of 64 KiB.</summary>
    private enum Addressing
    {
        /// <summary>No record has said so: addresses of 16 bits.</summary>
        None,

        /// <summary>Segments of 64 KiB, in which addresses wrap around.</summary>
        Segment,

        /// <summary>32 bits, which go on.</summary>
        Linear,
    }

    /// <summary>Reads a line.</summary>
    public void Take(TextLine line)
    {
        // Some compilers end a file with a remark that names the chip.
        if (line.Text.IsEmpty || line.Text[0] == ';')
            return;
        if (_ended)
            throw Unreadable.At(_format, line, 0, "something follows the end record");
        if (line.Text[0] != ':')
            throw Unreadable.At(
                _format, line, 0, "a record must start with ':' (words for $readmemh, which often end in .hex too, are read --as memh)");
        byte[] record = HexRecord.Bytes(_format, line, 1);
        if (record.Length < 5 || record.Length != record[0] + 5)
            throw Unreadable.At(
                _format,
                line,
                1,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the length of the record is not the one that it says: it has {Math.Max(record.Length - 5, 0)} bytes of data and says "
                        + $"{(record.Length > 0 ? record[0] : 0)}"));
        HexRecord.RequireSum(_format, line, record, 0);
        Take(record, line);
    }

    /// <summary>Returns all bytes after the end record.</summary>
    public FlatImage Finish(int lines, int length) => _ended
        ? new FlatImage(_bytes.Finish()) { Notes = _notes }
        : throw Unreadable.AtLine(
            _format, Math.Max(lines, 1), 1, length, "the end record (:00000001FF) is missing, so the file may be cut off");

    private void Take(byte[] record, TextLine line)
    {
        ReadOnlySpan<byte> data = record.AsSpan(4, record[0]);
        switch (record[3])
        {
            // Record types: 00 data, 01 end, 02 segment address (x 16), 04 linear address (x 65536).
            case 0:
                Add(BinaryPrimitives.ReadUInt16BigEndian(record.AsSpan(1)), data, line);
                break;
            case 1:
                _ended = true;
                break;
            case 2 when data.Length == 2:
                (_base, _addressing) = ((ulong)BinaryPrimitives.ReadUInt16BigEndian(data) << 4, Addressing.Segment);
                break;
            case 4 when data.Length == 2:
                (_base, _addressing) = ((ulong)BinaryPrimitives.ReadUInt16BigEndian(data) << 16, Addressing.Linear);
                break;
            // 03 and 05 are start addresses of a program, as CS:IP and as EIP.
            case 3 when data.Length == 4:
                _notes.Add(
                    new FlatNote(
                        "start_segment",
                        FormattableString.Invariant(
                            $"{BinaryPrimitives.ReadUInt16BigEndian(data):X4}:{BinaryPrimitives.ReadUInt16BigEndian(data[2..]):X4}")));
                break;
            case 5 when data.Length == 4:
                _notes.Add(new FlatNote("start_address", ImageFinding.Address(BinaryPrimitives.ReadUInt32BigEndian(data))));
                break;
            default:
                throw Unreadable.At(
                    _format,
                    line,
                    7,
                    FormattableString.Invariant($"a record of type {record[3]:X2} with {data.Length} bytes is not known"));
        }
    }

    private void Add(ushort offset, ReadOnlySpan<byte> data, TextLine line)
    {
        ulong address = _base + offset;
        // In a segment, the bytes behind its last address would lie at its start; without base records nobody has said where.
        if (_addressing != Addressing.Linear && (ulong)offset + (ulong)data.Length > Bank)
            throw Unreadable.At(
                _format,
                line,
                3,
                $"the record wraps around: its {data.Length} bytes from {ImageFinding.Address(address)} on do not end within 64 KiB "
                    + $"{(_addressing == Addressing.Segment ? "of their segment" : "and no record of type 04 says how addresses go on")}");
        if (address + (ulong)data.Length > End)
            throw Unreadable.At(
                _format,
                line,
                3,
                $"the record wraps around: its {data.Length} bytes from {ImageFinding.Address(address)} on do not end below 4 GiB");
        _bytes.Add(address, data, line.Number);
    }
}
