using System.Globalization;
using System.Text;

namespace Memti.Runs.Headers;

/// <summary>Text of a C header. Numbers have no suffix, so that an assembler takes the macros, too.</summary>
internal sealed class HeaderText
{
    private readonly StringBuilder _text = new();
    private readonly string _guard;

    /// <param name="guard">Name of the macro that keeps the header from being read twice.</param>
    /// <param name="origin">What it was made from.</param>
    public HeaderText(string guard, string origin)
    {
        _guard = guard;
        Line($"/* {origin} Do not edit: `memti firmware headers` writes this file. */");
        Line($"#ifndef {guard}");
        Line($"#define {guard}");
    }

    public void Line(string line) => _text.Append(line).Append('\n');

    /// <summary>An empty line, then a comment.</summary>
    public void Title(string text) => Line($"\n/* {text} */");

    public void Define(string name, string value, string comment = "") =>
        Line(comment.Length == 0 ? $"#define {name} {value}" : $"#define {name} {value} /* {comment} */");

    public void Define(string name, long value, string comment = "") =>
        Define(name, value.ToString(CultureInfo.InvariantCulture), comment);

    public void DefineHex(string name, ulong value, string comment = "") => Define(name, Hex(value), comment);

    /// <summary>A table of constant numbers.</summary>
    public void Table(string type, string name, IEnumerable<string> items, int perLine = 8)
    {
        string[] values = [.. items];
        Line($"static const {type} {name}[] __attribute__((unused)) = {{");
        foreach (string[] line in values.Chunk(perLine))
            Line($"    {string.Join(", ", line)},");
        Line("};");
    }

    public static string Hex(ulong value) => string.Create(CultureInfo.InvariantCulture, $"0x{value:x}");

    /// <summary>The whole header.</summary>
    public override string ToString() => $"{_text}\n#endif\n";
}
