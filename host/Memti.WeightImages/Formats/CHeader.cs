using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Memti.Documents.Words;
using Memti.WeightImages.Layouts;

namespace Memti.WeightImages.Formats;

/// <summary>
/// A header for C11 and C++11: an aligned constant array of words, with macros for address and sizes. On a processor of the same byte
/// order, the array has the layout of the weight image in memory. Words of 128 bits are pairs of 64 bits. A table of the tensors follows.
/// </summary>
public sealed partial class CHeader : IImageFormat
{
    private const int LineBytes = 32;

    /// <inheritdoc />
    public string Name => "c";

    /// <inheritdoc />
    public string Extension => ".h";

    /// <inheritdoc />
    public string Description => "C header with a constant array of words and a table of tensors";

    /// <inheritdoc />
    public byte[] Write(RegionImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        int element = Math.Min(image.Layout.WordBytes, 8);
        var text = new StringBuilder();
        WriteHead(text, image, element);
        WriteElements(text, image, element);
        text.Append("};\n\n");
        TensorTable.Write(text, image);
        text.Append("#endif\n");
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    /// <inheritdoc />
    public FlatImage Read(ReadOnlySpan<byte> file)
    {
        // Reads what Write produces, not C in general.
        int start = file.IndexOf("= {\n"u8);
        Match form = FormPattern().Match(start < 0 ? "" : Encoding.Latin1.GetString(file[..start]));
        if (!form.Success)
            throw Unreadable.At(
                this, Math.Max(start, 0), "a header that Memti wrote has macros of address, bytes and byte order and one array");
        ulong address = ulong.Parse(form.Groups["address"].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        ByteOrder order = form.Groups["order"].ValueSpan is "BIG" ? ByteOrder.Big : ByteOrder.Little;
        int element = int.Parse(form.Groups["bits"].ValueSpan, CultureInfo.InvariantCulture) / 8;
        byte[] bytes = ReadElements(file, start + 4, order, element);
        if (!long.TryParse(form.Groups["bytes"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out long length)
            || bytes.Length != Math.Max(length, element))
            throw Unreadable.At(
                this,
                start,
                FormattableString.Invariant($"the array has {bytes.Length} bytes and its macro says {form.Groups["bytes"].Value}"));
        return new FlatImage(address, length == 0 ? [] : bytes);
    }

    private static void WriteHead(StringBuilder text, RegionImage image, int element)
    {
        string name = ImageSymbols.Identifier(image);
        string macro = name.ToUpperInvariant();
        CultureInfo culture = CultureInfo.InvariantCulture;
        text.Append(culture, $"/* memti weight image {image.Name} */\n#ifndef {macro}_H\n#define {macro}_H\n\n#include <stdint.h>\n\n");
        text.Append(
            culture,
            $"#define {macro}_ADDRESS UINT64_C(0x{image.Address:X8})\n#define {macro}_BYTES {image.Bytes.Length}\n#define "
                + $"{macro}_WORDS {image.Words}\n");
        text.Append(
            culture,
            $"#define {macro}_WORD_BITS {image.Layout.WordBits}\n#define "
                + $"{macro}_{(image.Layout.ByteOrder == ByteOrder.Little ? "LITTLE" : "BIG")}_ENDIAN 1\n\n");
        text.Append(
            "#ifndef MEMTI_ALIGNED\n#ifdef __cplusplus\n#define MEMTI_ALIGNED(bytes) alignas(bytes)\n#else\n#define "
                + "MEMTI_ALIGNED(bytes) _Alignas(bytes)\n#endif\n#endif\n\n");
        text.Append(
            culture,
            $"MEMTI_ALIGNED({image.Layout.WordBytes}) static const uint{8 * element}_t "
                + $"{name}[{Math.Max(image.Bytes.Length / element, 1)}] = {{\n");
    }

    private static void WriteElements(StringBuilder text, RegionImage image, int element)
    {
        // C forbids arrays of length zero: an empty image is one zero element, and its macro says 0 bytes.
        ReadOnlySpan<byte> bytes = image.Bytes.IsEmpty ? new byte[element] : image.Bytes.Span;
        for (int at = 0; at < bytes.Length; at += element)
        {
            text.Append(at % LineBytes == 0 ? "    0x" : " 0x")
                .Append(WordBytes.Digits(bytes.Slice(at, element), image.Layout.ByteOrder))
                .Append(',');
            if ((at + element) % LineBytes == 0 || at + element == bytes.Length)
                text.Append('\n');
        }
    }

    private byte[] ReadElements(ReadOnlySpan<byte> file, int at, ByteOrder order, int element)
    {
        var bytes = new ArrayBufferWriter<byte>();
        while (at < file.Length && file[at] != '}')
        {
            if (file[at] is (byte)' ' or (byte)'\n')
            {
                at++;
                continue;
            }

            int length = (2 * element) + 3;
            if (at + length > file.Length
                || !file[at..].StartsWith("0x"u8)
                || file[at + length - 1] != ','
                || !WordBytes.TryBytes(file.Slice(at + 2, 2 * element), order, bytes.GetSpan(element)[..element]))
                throw Unreadable.At(
                    this, at, FormattableString.Invariant($"an element such as 0x{new string('0', 2 * element)}, must be here"));
            bytes.Advance(element);
            at += length;
        }

        return bytes.WrittenSpan.ToArray();
    }

    [GeneratedRegex(
        @"_ADDRESS UINT64_C\(0x(?<address>[0-9A-F]{8,16})\)\n#define \S+_BYTES (?<bytes>\d+)\n(.*\n)*"
            + @"#define \S+_(?<order>LITTLE|BIG)_ENDIAN 1\n(.*\n)*MEMTI_ALIGNED\(\d+\) static const uint(?<bits>8|16|32|64)_t ")]
    private static partial Regex FormPattern();
}
