using System.Buffers;
using System.Globalization;
using System.Text;

namespace Memti.Runs.Debugging.Wire;

/// <summary>Hexadecimal digits, as packets carry numbers and bytes.</summary>
internal static class HexText
{
    /// <summary>Value of a digit; -1 for another character.</summary>
    public static int Digit(char digit)
    {
        if (!char.IsAsciiHexDigit(digit))
            return -1;
        return char.IsAsciiDigit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10;
    }

    /// <summary>Reads a number of 1 to 16 digits.</summary>
    public static bool TryNumber(ReadOnlySpan<char> digits, out ulong value) =>
        ulong.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);

    /// <summary>Reads a count that fits a packet.</summary>
    public static bool TryCount(ReadOnlySpan<char> digits, out int value)
    {
        bool read = TryNumber(digits, out ulong number) && number <= int.MaxValue;
        value = read ? (int)number : 0;
        return read;
    }

    /// <summary>Reads bytes, two digits each.</summary>
    public static bool TryBytes(ReadOnlySpan<char> digits, out byte[] bytes)
    {
        bytes = new byte[digits.Length / 2];
        return Convert.FromHexString(digits, bytes, out _, out _) == OperationStatus.Done;
    }

    /// <summary>Bytes as digits.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(bytes);

    /// <summary>Text as the digits of its bytes in UTF-8.</summary>
    public static string Of(string text) => Of(Encoding.UTF8.GetBytes(text));
}
