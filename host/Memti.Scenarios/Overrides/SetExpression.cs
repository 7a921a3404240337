using Memti.Documents.Codes;
using Memti.Documents.Nodes;
using Memti.Scenarios.Keys;

namespace Memti.Scenarios.Overrides;

/// <summary>One <c>--set path=value</c>: the smallest document that has the value at the path.</summary>
/// <param name="Root">A mapping with one key at each level down to the value.</param>
/// <param name="ForDocument">True when it changes the document itself; false when it changes every design.</param>
public sealed record SetExpression(MappingNode Root, bool ForDocument)
{
    /// <summary>What stands for a file in findings; the line is the number of the expression.</summary>
    public const string File = FindingList.CommandLineFile;

    private const string Form = "key.key=value, such as workload.fps=15";

    /// <summary>Reads all expressions; those that cannot be understood become findings.</summary>
    public static IReadOnlyList<SetExpression> ReadAll(IReadOnlyList<string> expressions, FindingList findings) =>
        [.. expressions.Select((text, index) => Read(text, index + 1, findings)).OfType<SetExpression>()];

    private static SetExpression? Read(string text, int number, FindingList findings)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        string[] path = text[..Math.Max(equals, 0)].Trim().Split('.');
        if (Array.Exists(path, string.IsNullOrWhiteSpace) || path.Length > DocumentLimits.Depth)
        {
            SourceLocation place = new(File, number, 1, "");
            findings.Add(DocumentCodes.BadOverride, place, $"'{text}' cannot be understood; permitted: {Form}.", text, Form);
            return null;
        }

        Node? value = ReadValue(text[(equals + 1)..], string.Join('.', path), number, equals + 1, findings);
        return value is null ? null : new SetExpression(Nest(path, value, number), ScenarioKeys.OfDocument(path[0]));
    }

    private static Node? ReadValue(string text, string key, int number, int indent, FindingList findings)
    {
        DocumentOrigin origin = new(File)
        {
            SyntaxCode = DocumentCodes.BadOverride,
            EmptyCode = null,
            Key = key,
            Expression = number,
            Indent = indent,
        };
        int before = findings.Count;
        Node? value = YamlDocument.Read(text, origin, findings);
        return value ?? (findings.Count == before ? new ScalarNode(origin.Place(1, 1, key), "", plain: true) : null);
    }

    private static MappingNode Nest(string[] path, Node value, int number)
    {
        for (int level = path.Length - 1; level >= 0; level--)
        {
            SourceLocation parent = new(File, number, 1, string.Join('.', path[..level]));
            value = new MappingNode(parent, [new MappingEntry(path[level], parent.Below(path[level]), value)]);
        }

        return (MappingNode)value;
    }
}
