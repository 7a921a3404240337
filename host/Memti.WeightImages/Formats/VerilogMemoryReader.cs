using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Memti.Documents.Words;
using Memti.WeightImages.Findings;

namespace Memti.WeightImages.Formats;

/// <summary>Reads the lines of a file for <c>$readmemh</c> one by one. Words must be contiguous.</summary>
internal sealed partial class VerilogMemoryReader(VerilogMemory format)
{
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private ByteOrder _order;
    private ulong? _address;
    private int _wordBytes;

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line without its end.</param>
    /// <param name="offset">Offset of its first byte in the file.</param>
    public void Take(ReadOnlySpan<byte> line, int offset)
    {
        if (line.StartsWith("//"u8))
            TakeComment(Encoding.Latin1.GetString(line));
        else if (line.StartsWith("@"u8))
            TakeAddress(line[1..], offset);
        else if (!line.Trim(" \t\r"u8).IsEmpty)
            TakeWord(line.TrimEnd((byte)'\r'), offset);
    }

    /// <summary>Returns all bytes.</summary>
    public FlatImage Finish() => _wordBytes > 0
        ? new FlatImage(_address, _bytes.WrittenMemory.ToArray())
        : throw Unreadable.At(format, 0, "a comment such as '// word_bits=32 byte_order=little' must say how words become bytes");

    private void TakeComment(string comment)
    {
        Match form = FormPattern().Match(comment);
        if (!form.Success)
            return;
        _wordBytes = int.Parse(form.Groups["bits"].ValueSpan, CultureInfo.InvariantCulture) / 8;
        _order = form.Groups["order"].ValueSpan is "big" ? ByteOrder.Big : ByteOrder.Little;
    }

    private void TakeAddress(ReadOnlySpan<byte> digits, int offset)
    {
        if (_wordBytes == 0
            || !ulong.TryParse(digits.TrimEnd((byte)'\r'), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong word)
            || word > ulong.MaxValue / (ulong)_wordBytes)
            throw Unreadable.At(
                format,
                offset,
                "an address of words in hexadecimal digits must be here, after the comment that says how many bits they have");
        ulong address = word * (ulong)_wordBytes;
        _address ??= address;
        if (address != _address + (ulong)_bytes.WrittenCount)
            throw Unreadable.At(
                format,
                offset,
                $"the words are for {ImageFinding.Address(address)} and should go on at "
                    + $"{ImageFinding.Address(_address.Value + (ulong)_bytes.WrittenCount)}");
    }

    private void TakeWord(ReadOnlySpan<byte> digits, int offset)
    {
        if (_wordBytes == 0)
            throw Unreadable.At(format, offset, "a comment such as '// word_bits=32 byte_order=little' must stand before the first word");
        if (!WordBytes.TryBytes(digits, _order, _bytes.GetSpan(_wordBytes)[.._wordBytes]))
            throw Unreadable.At(format, offset, FormattableString.Invariant($"a word of {2 * _wordBytes} hexadecimal digits must be here"));
        _bytes.Advance(_wordBytes);
    }

    [GeneratedRegex(" word_bits=(?<bits>8|16|32|64|128) byte_order=(?<order>little|big)$")]
    private static partial Regex FormPattern();
}
