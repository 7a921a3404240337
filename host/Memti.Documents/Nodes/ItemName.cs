namespace Memti.Documents.Nodes;

/// <summary>Names that a user gives to tasks, memories, designs and variants; reports join them with dots.</summary>
public static class ItemName
{
    private const int Longest = 64;
    private const string Key = "name";

    /// <summary>What a name may be, in words.</summary>
    public const string Form = "1 to 64 letters, digits, hyphens and underscores";

    /// <summary>The name that an item of a list says; null for none.</summary>
    public static string? Of(Node item) => ((item as MappingNode)?.Find(Key) as ScalarNode)?.Text;

    /// <summary>Reports a name that is not 1 to 64 letters, digits, hyphens and underscores; false when it did.</summary>
    public static bool Check(string name, SourceLocation place, FindingList findings)
    {
        if (name.Length is > 0 and <= Longest && name.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))
            return true;
        string shown = name.Length <= Longest ? name : name[..Longest] + "...";
        findings.Add(
            Memti.Abstractions.Diagnostics.DiagnosticCode.ValueOutOfRange,
            place,
            $"name '{shown}' cannot be used; permitted: {Form}.",
            shown,
            Form);
        return false;
    }
}
