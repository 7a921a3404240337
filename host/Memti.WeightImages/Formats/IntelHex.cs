using System.Text;
using Memti.WeightImages.Layouts;

namespace Memti.WeightImages.Formats;

/// <summary>Intel HEX with 32-bit addresses: data records of 16 bytes, and the upper half of addresses in records of type 04.</summary>
/// <remarks>Intel, Hexadecimal Object File Format Specification, revision A, 1988.</remarks>
public sealed class IntelHex : IImageFormat
{
    private const int RecordBytes = 16;
    private const ulong Bank = 1UL << 16;
    private const ulong End = 1UL << 32;

    /// <inheritdoc />
    public string Name => "ihex";

    /// <inheritdoc />
    public string Extension => ".hex";

    /// <inheritdoc />
    public IReadOnlyList<string> OtherExtensions { get; } = [".ihex", ".ihx", ".h86", ".mcs", ".eep"];

    /// <inheritdoc />
    public string Description => "Intel HEX with 32-bit addresses";

    /// <inheritdoc />
    public byte[] Write(RegionImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        if (image.Address >= End || (ulong)image.Bytes.Length > End - image.Address)
            throw AddressLimit.Beyond32Bits(image, "Intel HEX");
        var text = new StringBuilder();
        WriteData(text, image.Address, image.Bytes.Span);
        return Encoding.ASCII.GetBytes(text.Append(":00000001FF\n").ToString());
    }

    /// <inheritdoc />
    public FlatImage Read(ReadOnlySpan<byte> file)
    {
        var reader = new IntelHexReader(this);
        int next = 0;
        int lines = 0;
        while (TextLine.TryNext(file, ref next, ref lines, out TextLine line))
            reader.Take(line);
        return reader.Finish(lines, file.Length);
    }

    private static void WriteData(StringBuilder text, ulong address, ReadOnlySpan<byte> bytes)
    {
        for (int next = 0; next < bytes.Length;)
        {
            ulong at = address + (ulong)next;
            if (next == 0 || at % Bank == 0)
                Append(text, 0, 4, [(byte)(at >> 24), (byte)(at >> 16)]);
            // The address field has 16 bits: a record must not cross a multiple of 64 KiB.
            int length = (int)Math.Min(Math.Min(RecordBytes, bytes.Length - next), (long)(Bank - (at % Bank)));
            Append(text, (ushort)at, 0, bytes.Slice(next, length));
            next += length;
        }
    }

    private static void Append(StringBuilder text, ushort address, byte type, ReadOnlySpan<byte> data)
    {
        ReadOnlySpan<byte> record = [(byte)data.Length, (byte)(address >> 8), (byte)address, type, .. data];
        byte sum = 0;
        foreach (byte value in record)
            sum += value;
        // Checksum: two's complement of the sum, so that all bytes of a record add up to 0 modulo 256.
        text.Append(':').Append(Convert.ToHexString(record)).Append(Convert.ToHexString([(byte)-sum])).Append('\n');
    }
}
