using System.Text.RegularExpressions;

namespace Memti.Networks.Peers;

/// <summary>An equation of ZigZag, such as <c>O[b][k][oy][ox]+=W[k][c][fy][fx]*I[b][c][iy][ix]</c>. Dimensions are in lower case.</summary>
/// <param name="Output">Dimensions of the output.</param>
/// <param name="Weights">Dimensions of the operand W, or of the second one where none has that name.</param>
/// <param name="Inputs">Dimensions of the other operand.</param>
/// <param name="Operand">Name of the operand that <paramref name="Weights"/> describes.</param>
/// <param name="Adds">True when the operands are added instead of multiplied.</param>
internal sealed partial record ZigZagEquation(string[] Output, string[] Weights, string[] Inputs, string Operand, bool Adds)
{
    /// <summary>Reads an equation; null for another form.</summary>
    public static ZigZagEquation? Parse(string text)
    {
        Match match = Form().Match(Blanks().Replace(text, ""));
        if (!match.Success)
            return null;
        (string first, string second) = (match.Groups["first"].Value, match.Groups["second"].Value);
        bool isFirst = first == "W" && second != "W";
        string[] one = Dimensions(match.Groups["a"]), other = Dimensions(match.Groups["b"]);
        return new ZigZagEquation(
            Dimensions(match.Groups["o"]),
            isFirst ? one : other,
            isFirst ? other : one,
            isFirst ? first : second,
            match.Groups["operation"].Value == "+");
    }

    private static string[] Dimensions(Group group) =>
        [.. group.Captures.Select(static capture => capture.Value.ToLowerInvariant()).Where(static name => name.Length > 0)];

    [GeneratedRegex(@"^O(\[(?<o>\w*)\])+\+{0,2}=(?<first>\w)(\[(?<a>\w*)\])+(?<operation>[*+])(?<second>\w)(\[(?<b>\w*)\])+$")]
    private static partial Regex Form();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
