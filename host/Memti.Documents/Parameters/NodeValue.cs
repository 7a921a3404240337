using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Nodes;
using Memti.Documents.Numbers;

namespace Memti.Documents.Parameters;

/// <summary>Reads plain values; what is wrong becomes a finding.</summary>
public static class NodeValue
{
    /// <summary>Reads a decimal number exactly; another value becomes a finding.</summary>
    public static bool TryReadNumber(Node node, FindingList findings, out DecimalNumber number)
    {
        number = default;
        if (node is ScalarNode { Plain: true } scalar && DecimalNumber.TryParse(scalar.Text, out number))
            return true;
        RefuseNumber(node, "a number", findings);
        return false;
    }

    /// <summary>A number in a range.</summary>
    public static bool TryReadNumber(Node node, ValueRange range, FindingList findings, out DecimalNumber number)
    {
        if (!TryReadNumber(node, findings, out number))
            return false;
        bool holds = range.Holds(number.ToDouble());
        if (!holds)
            findings.OutOfRange(node, range.ToString());
        return holds;
    }

    /// <summary>Reads a whole number of any size; another value becomes a finding.</summary>
    public static bool TryReadWhole(Node node, FindingList findings, out BigInteger whole)
    {
        whole = default;
        if (node is ScalarNode { Plain: true } scalar && DecimalNumber.TryParse(scalar.Text, out DecimalNumber number))
            if (number.TryToWhole(out whole))
                return true;
        RefuseNumber(node, "a whole number", findings);
        return false;
    }

    // In quotes a number looks right to the eye, so the finding says what is wrong with it.
    private static void RefuseNumber(Node node, string permitted, FindingList findings)
    {
        if (node is ScalarNode { Plain: false } quoted && DecimalNumber.TryParse(quoted.Text, out _))
            findings.QuotedNumber(quoted, permitted);
        else
            findings.WrongType(node, permitted);
    }

    /// <summary>Reads one of the words and gives its index; another value becomes a finding.</summary>
    public static bool TryReadWord(Node node, IReadOnlyList<string> words, FindingList findings, out int index)
    {
        index = -1;
        if (node is not ScalarNode scalar)
            findings.WrongType(node, string.Join(", ", words));
        else if ((index = words.ToList().IndexOf(scalar.Text)) < 0)
            findings.UnknownWord(DiagnosticCode.ValueOutOfRange, node.Place, node.Shown, "that is not a word it takes", words);
        return index >= 0;
    }

    /// <summary>Reads any scalar as text; another value becomes a finding.</summary>
    public static bool TryReadText(Node node, FindingList findings, [NotNullWhen(true)] out string? text)
    {
        text = node is ScalarNode { IsNull: false } scalar ? scalar.Text : null;
        if (text is null)
            findings.WrongType(node, "text");
        return text is not null;
    }
}
