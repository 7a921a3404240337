using System.Text.Json.Nodes;
using Memti.Documents.Nodes;

namespace Memti.Documents.Parameters;

/// <summary>A list of values of one form, read as an <see cref="IReadOnlyList{T}"/>.</summary>
/// <typeparam name="T">What an item is read as.</typeparam>
/// <param name="item">The form of an item; its name is not used.</param>
/// <param name="least">Least number of items.</param>
/// <param name="most">Greatest number of items.</param>
public sealed class ListType<T>(DocumentKey<T> item, int least, int most) : ParameterType
{
    /// <summary>What a finding asks for where there is no list.</summary>
    public string Shape { get; init; } = "a list";

    /// <summary>What a finding asks for where there are too few items; null when that is not checked.</summary>
    public string? Counts { get; init; }

    /// <summary>True when another number of items is as wrong as no list at all.</summary>
    public bool CountIsShape { get; init; }

    /// <summary>True when one wrong item makes the list useless.</summary>
    public bool AllOrNothing { get; init; }

    /// <summary>What may stand in the list once only, and its name; null where anything may stand there twice.</summary>
    public (string What, Func<T, string> Name)? Once { get; init; }

    /// <inheritdoc />
    public override string Permitted => Shape;

    /// <summary>The items that are sound, in their order.</summary>
    public override object? Read(Node node, FindingList findings)
    {
        if (node is not SequenceNode list || (CountIsShape && !Holds(list)))
        {
            findings.WrongType(node, Shape);
            return null;
        }

        if (Counts is not null && list.Items.Count < least)
            findings.OutOfRange(list, Counts);
        List<T> items = Items(list, findings);
        return AllOrNothing && items.Count < list.Items.Count ? null : items;
    }

    // A list replaces what lies below it, so that its items are whole also over another document.
    /// <inheritdoc />
    public override JsonObject Schema(SchemaScope scope) => new()
    {
        ["type"] = "array",
        ["items"] = item.Schema(scope.Whole),
        ["minItems"] = least,
        ["maxItems"] = most,
    };

    private bool Holds(SequenceNode list) => list.Items.Count >= least && list.Items.Count <= most;

    private List<T> Items(SequenceNode list, FindingList findings)
    {
        List<T> items = [];
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (Node node in list.Items)
            if (item.TryRead(node, findings, out object? value) && IsNew((T)value, node, names, findings))
                items.Add((T)value);
        return items;
    }

    private bool IsNew(T value, Node node, HashSet<string> names, FindingList findings)
    {
        if (Once is not { } once || names.Add(once.Name(value)))
            return true;
        findings.OutOfRange(node, $"each {once.What} once; '{once.Name(value)}' is there twice");
        return false;
    }
}
