using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;

namespace Memti.Arrays.Cells;

/// <summary>The name of a memory kind that a cell offers.</summary>
internal sealed partial class KindNameType : ParameterType
{
    private const string Pattern = "^[a-z][a-z0-9-]{0,63}$";

    public override string Permitted => "lower-case letters, digits and hyphens, a letter first";

    public override object? Read(Node node, FindingList findings)
    {
        if (!NodeValue.TryReadText(node, findings, out string? name) || Form().IsMatch(name))
            return name;
        findings.OutOfRange(node, Permitted);
        return null;
    }

    public override JsonObject Schema(SchemaScope scope) => new() { ["type"] = "string", ["pattern"] = Pattern };

    [GeneratedRegex(Pattern)]
    private static partial Regex Form();
}
