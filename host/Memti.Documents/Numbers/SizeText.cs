using System.Collections.Frozen;
using System.Globalization;
using System.Numerics;

namespace Memti.Documents.Numbers;

/// <summary>
/// Amounts of data as people write them on a command line: <c>2MiB</c>, <c>512 KiB</c>, <c>1.5kB</c>. Names with an i are powers of 1,024,
/// the others powers of 1,000 (IEC 80000-13). A bare K, M or G means one to some and the other to others, and is not taken.
/// </summary>
public static class SizeText
{
    private static readonly FrozenDictionary<string, long> Bytes = new Dictionary<string, long>(StringComparer.OrdinalIgnoreCase)
    {
        ["B"] = 1,
        ["kB"] = 1_000,
        ["MB"] = 1_000_000,
        ["GB"] = 1_000_000_000,
        ["TB"] = 1_000_000_000_000,
        ["KiB"] = 1L << 10,
        ["MiB"] = 1L << 20,
        ["GiB"] = 1L << 30,
        ["TiB"] = 1L << 40,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>True for a unit that a size can be converted to: <c>byte</c>, <c>bytes</c>, <c>KiB</c> or <c>MiB</c> in any case.</summary>
    public static bool Takes(string unit) => BytesOf(unit) > 0;

    /// <summary>The number of units that a size is, in digits; the text itself when it is no size or no whole number of bytes.</summary>
    /// <param name="text">The size, such as <c>2MiB</c>.</param>
    /// <param name="unit">What to count in; see <see cref="Takes"/>.</param>
    public static string In(string text, string unit)
    {
        ArgumentNullException.ThrowIfNull(text);
        int end = text.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
        if (BytesOf(unit) is var one and > 0
            && Bytes.TryGetValue(text[end..].Trim(), out long factor)
            && DecimalNumber.TryParse(text[..end], out DecimalNumber number)
            && (number with { Mantissa = number.Mantissa * factor }).TryToWhole(out BigInteger bytes))
            return bytes % one == 0
                ? (bytes / one).ToString(CultureInfo.InvariantCulture)
                : ((double)bytes / one).ToString("R", CultureInfo.InvariantCulture);
        return text;
    }

    private static long BytesOf(string unit) => unit switch
    {
        "byte" or "bytes" => 1,
        _ => Bytes.TryGetValue(unit, out long bytes) && bytes is 1L << 10 or 1L << 20 ? bytes : 0,
    };
}
