using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Memti.Documents.Words;

namespace Memti.WeightImages.Formats;

/// <summary>
/// Reads a file for <c>$readmemh</c>: words and addresses of words between blanks and comments, in any order, with gaps. A word of x
/// digits alone, as <c>$writememh</c> prints it, is a word that nobody has written: a gap.
/// </summary>
/// <param name="format">The format, for findings.</param>
/// <param name="words">How words become bytes as the user states it; null for what a comment of the file says.</param>
internal sealed partial class VerilogMemoryReader(VerilogMemory format, WordForm? words)
{
    private readonly RangeCollector _bytes = new("line", (line, why) => Unreadable.AtLine(format, line, why));
    private int _wordBytes = (words?.Bits ?? 0) / 8;
    private ByteOrder? _order = words?.Order;
    private UInt128 _word;
    private ulong? _first;
    private bool _isInComment;

    /// <summary>Reads the whole file.</summary>
    public FlatImage Read(ReadOnlySpan<byte> file)
    {
        int next = 0;
        int lines = 0;
        while (TextLine.TryNext(file, ref next, ref lines, out TextLine line))
            Take(line);
        if (_wordBytes == 0)
            throw Unreadable.AtLine(format, 1, 1, 0, NoForm);
        IReadOnlyList<FlatRange> ranges = _bytes.Finish();
        return ranges.Count == 0 ? new FlatImage(_first, default(ReadOnlyMemory<byte>)) : new FlatImage(ranges);
    }

    private const string NoForm =
        "nothing says how words become bytes; state --word-bits and --byte-order, or begin with a comment such as "
            + "'// word_bits=32 byte_order=little'";

    private void Take(TextLine line)
    {
        ReadOnlySpan<byte> text = line.Text;
        for (int at = 0; at < text.Length;)
        {
            if (_isInComment)
            {
                int end = text[at..].IndexOf("*/"u8);
                _isInComment = end < 0;
                at = end < 0 ? text.Length : at + end + 2;
            }
            else if (text[at..].StartsWith("//"u8))
            {
                TakeComment(Encoding.Latin1.GetString(text[at..]));
                return;
            }
            else if (text[at..].StartsWith("/*"u8))
            {
                _isInComment = true;
                at += 2;
            }
            else if (text[at] is (byte)' ' or (byte)'\t' or (byte)'\v' or (byte)'\f')
            {
                at++;
            }
            else
            {
                int length = text[at..].IndexOfAny(" \t\v\f/"u8) is var end and > 0 ? end : Math.Max(text.Length - at, 1);
                // A slash alone is no word; as one it is refused below.
                TakeToken(text.Slice(at, text[at] == '/' ? 1 : length), line, at);
                at += length;
            }
        }
    }

    private void TakeComment(string comment)
    {
        Match form = FormPattern().Match(comment);
        // What the user states counts more.
        if (!form.Success || words is not null)
            return;
        _wordBytes = int.Parse(form.Groups["bits"].ValueSpan, CultureInfo.InvariantCulture) / 8;
        _order = form.Groups["order"].ValueSpan is "big" ? ByteOrder.Big : ByteOrder.Little;
    }

    private void TakeToken(ReadOnlySpan<byte> token, TextLine line, int at)
    {
        if (_wordBytes == 0)
            throw Unreadable.At(format, line, at, NoForm);
        if (token[0] == '@')
            TakeAddress(token[1..], line, at);
        else
            TakeWord(token, line, at);
    }

    private void TakeAddress(ReadOnlySpan<byte> digits, TextLine line, int at)
    {
        if (!ulong.TryParse(Plain(digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong word)
            || word > ulong.MaxValue / (ulong)_wordBytes)
            throw Unreadable.At(
                format, line, at, "an address of words in hexadecimal digits, which as bytes fits 64 bits, must follow '@'");
        _word = word;
        _first ??= word * (ulong)_wordBytes;
    }

    private void TakeWord(ReadOnlySpan<byte> token, TextLine line, int at)
    {
        ReadOnlySpan<byte> digits = Plain(token);
        UInt128 first = _word * (uint)_wordBytes;
        if (first + (uint)_wordBytes > (UInt128)ulong.MaxValue + 1)
            throw Unreadable.At(format, line, at, "the word lies past the last address of 64 bits");
        _word++;
        if (!digits.IsEmpty && digits.IndexOfAnyExcept((byte)'x', (byte)'X') < 0)
            return;
        ReadOnlySpan<byte> significant = digits.TrimStart((byte)'0');
        Span<byte> whole = new byte[2 * _wordBytes];
        whole.Fill((byte)'0');
        if (significant.Length <= whole.Length)
            significant.CopyTo(whole[^significant.Length..]);
        byte[] bytes = new byte[_wordBytes];
        if (digits.IsEmpty || significant.Length > whole.Length || !WordBytes.TryBytes(whole, Order(line, at), bytes))
            throw Unreadable.At(format, line, at, Fault(digits));
        _bytes.Add((ulong)first, bytes, line.Number);
    }

    private ByteOrder Order(TextLine line, int at)
    {
        // A word of one byte has no order.
        if (_order is null && _wordBytes > 1)
            throw Unreadable.At(format, line, at, "nothing says the byte order of words; state --byte-order little or big");
        return _order ?? ByteOrder.Little;
    }

    private string Fault(ReadOnlySpan<byte> digits) => digits.IndexOfAny("xXzZ?"u8) >= 0
        ? "a word has unknown bits (x or z), which no memory holds"
        : FormattableString.Invariant($"a word of at most {2 * _wordBytes} hexadecimal digits ({8 * _wordBytes} bits) must be here");

    /// <summary>Digits without the underscores that may stand between them.</summary>
    private static ReadOnlySpan<byte> Plain(ReadOnlySpan<byte> digits)
    {
        if (!digits.Contains((byte)'_') || digits[0] == '_')
            return digits;
        byte[] plain = new byte[digits.Length - digits.Count((byte)'_')];
        int next = 0;
        foreach (byte digit in digits)
        {
            if (digit != '_')
                plain[next++] = digit;
        }

        return plain;
    }

    [GeneratedRegex(@" word_bits=(?<bits>8|16|32|64|128) byte_order=(?<order>little|big)$")]
    private static partial Regex FormPattern();
}
