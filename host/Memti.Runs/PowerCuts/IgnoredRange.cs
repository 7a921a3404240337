using System.Globalization;
using System.Text.RegularExpressions;

namespace Memti.Runs.PowerCuts;

/// <summary>Bytes of a memory that may differ from those of the uncut run, such as a counter of starts.</summary>
/// <param name="Memory">Name of the memory.</param>
/// <param name="Offset">First byte.</param>
/// <param name="Bytes">Number of bytes.</param>
public sealed partial record IgnoredRange(string Memory, long Offset, long Bytes)
{
    /// <summary>The text form.</summary>
    public const string Form = "MEMORY:OFFSET:BYTES, numbers in decimal or as 0x10";

    /// <summary>Reads the text form.</summary>
    /// <returns>Null for another text.</returns>
    public static IgnoredRange? Parse(string text)
    {
        Match match = Pattern().Match(text);
        return match.Success
            ? new(match.Groups["memory"].Value, Number(match.Groups["offset"].Value), Number(match.Groups["bytes"].Value))
            : null;
    }

    private static long Number(string text) => text.StartsWith("0x", StringComparison.Ordinal)
        ? long.Parse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
        : long.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        "^(?<memory>[^:]+):(?<offset>0x[0-9a-fA-F]{1,8}|[0-9]{1,10}):(?<bytes>0x[0-9a-fA-F]{1,8}|[0-9]{1,10})$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
