using System.Globalization;
using System.Text;
using Memti.WeightImages.Layouts;

namespace Memti.WeightImages.Formats;

/// <summary>
/// Motorola S-records: a header with the name of the image, data records of 16 bytes with the shortest addresses that fit (S1, S2 or
/// S3), their number (S5 or S6), and the end record that belongs to them (S9, S8 or S7).
/// </summary>
/// <remarks>Motorola, M68000 Family Programmer's Reference Manual, 1992, appendix C.</remarks>
public sealed class SRecord : IImageFormat
{
    private const int RecordBytes = 16;
    private const ulong End = 1UL << 32;

    /// <inheritdoc />
    public string Name => "srec";

    /// <inheritdoc />
    public string Extension => ".srec";

    /// <inheritdoc />
    public IReadOnlyList<string> OtherExtensions { get; } =
        [".s19", ".s28", ".s37", ".s1", ".s2", ".s3", ".mot", ".mhx", ".sre", ".sx", ".exo"];

    /// <inheritdoc />
    public string Description => "Motorola S-records with 16, 24 or 32-bit addresses";

    /// <inheritdoc />
    public byte[] Write(RegionImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        ReadOnlySpan<byte> bytes = image.Bytes.Span;
        if (image.Address >= End || (ulong)bytes.Length > End - image.Address)
            throw AddressLimit.Beyond32Bits(image, "an S-record");
        int width = Width(image.Address + (ulong)Math.Max(bytes.Length - 1, 0));
        var text = new StringBuilder();
        Append(text, '0', 2, 0, Encoding.ASCII.GetBytes("memti " + image.Name));
        int records = 0;
        for (int next = 0; next < bytes.Length; next += RecordBytes, records++)
        {
            ReadOnlySpan<byte> data = bytes.Slice(next, Math.Min(RecordBytes, bytes.Length - next));
            Append(text, (char)('0' + width - 1), width, image.Address + (ulong)next, data);
        }

        // S6 counts with 24 bits; more than that goes uncounted.
        if (records <= 0xFFFFFF)
            Append(text, records <= 0xFFFF ? '5' : '6', records <= 0xFFFF ? 2 : 3, (ulong)records, []);
        Append(text, (char)('0' + 11 - width), width, 0, []);
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    /// <inheritdoc />
    public FlatImage Read(ReadOnlySpan<byte> file)
    {
        var reader = new SRecordReader(this);
        int next = 0;
        int lines = 0;
        while (TextLine.TryNext(file, ref next, ref lines, out TextLine line))
            reader.Take(line);
        return reader.Finish(lines, file.Length);
    }

    /// <summary>Bytes of an address field.</summary>
    private static int Width(ulong last) => last switch { <= 0xFFFF => 2, <= 0xFFFFFF => 3, _ => 4 };

    private static void Append(StringBuilder text, char type, int width, ulong address, ReadOnlySpan<byte> data)
    {
        // The count covers address, data and checksum.
        byte[] record = new byte[1 + width + data.Length];
        record[0] = (byte)(width + data.Length + 1);
        for (int index = 0; index < width; index++)
            record[1 + index] = (byte)(address >> (8 * (width - 1 - index)));
        data.CopyTo(record.AsSpan(1 + width));
        // Checksum: one's complement of the sum, so that all bytes of a record add up to 255 modulo 256.
        text.Append(
            CultureInfo.InvariantCulture, $"S{type}{Convert.ToHexString(record)}{(byte)~HexRecord.Sum(record):X2}\n");
    }
}
