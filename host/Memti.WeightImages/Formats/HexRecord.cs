using System.Buffers;

namespace Memti.WeightImages.Formats;

/// <summary>Digits of a record of Intel HEX or of S-records.</summary>
internal static class HexRecord
{
    private static readonly SearchValues<byte> Digits = SearchValues.Create("0123456789ABCDEFabcdef"u8);

    /// <summary>Parses the bytes of a record. A remark may follow it, after a blank or a semicolon.</summary>
    /// <param name="format">The format, for findings.</param>
    /// <param name="line">The line of the record.</param>
    /// <param name="start">Number of characters before the first digit.</param>
    public static byte[] Bytes(IImageFormat format, TextLine line, int start)
    {
        ReadOnlySpan<byte> text = line.Text[start..];
        int remark = text.IndexOfAny((byte)' ', (byte)'\t', (byte)';');
        ReadOnlySpan<byte> digits = remark < 0 ? text : text[..remark];
        byte[] record = new byte[digits.Length / 2];
        if (digits.Length % 2 == 0 && Convert.FromHexString(digits, record, out _, out _) == OperationStatus.Done)
            return record;
        int place = digits.IndexOfAnyExcept(Digits);
        throw Unreadable.At(format, line, start + (place < 0 ? digits.Length : place), "a hexadecimal digit must be here");
    }

    /// <summary>Sum of bytes, modulo 256.</summary>
    public static byte Sum(ReadOnlySpan<byte> record)
    {
        byte sum = 0;
        foreach (byte value in record)
            sum += value;
        return sum;
    }

    /// <summary>Checks the checksum, the last byte of a record.</summary>
    /// <param name="format">The format, for findings.</param>
    /// <param name="line">The line of the record.</param>
    /// <param name="record">All bytes of the record.</param>
    /// <param name="total">What they must sum up to, modulo 256.</param>
    public static void RequireSum(IImageFormat format, TextLine line, ReadOnlySpan<byte> record, byte total)
    {
        byte right = (byte)(record[^1] + total - Sum(record));
        if (record[^1] != right)
            throw Unreadable.At(
                format,
                line,
                0,
                FormattableString.Invariant($"the checksum of the record is wrong: it is {record[^1]:X2} and the bytes make {right:X2}"));
    }
}
