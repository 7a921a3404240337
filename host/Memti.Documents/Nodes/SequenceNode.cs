using System.Globalization;

namespace Memti.Documents.Nodes;

/// <summary>A list of values.</summary>
public sealed class SequenceNode(SourceLocation place, IReadOnlyList<Node> items) : Node(place, items)
{
    /// <summary>The items in the order of the file.</summary>
    public IReadOnlyList<Node> Items { get; } = items;

    /// <inheritdoc />
    public override string Shown => "a list";

    /// <inheritdoc />
    public override Node Under(string key) =>
        new SequenceNode(Place with { Key = key }, [.. Items.Select((item, index) => item.Under(ItemKey(key, index)))]);

    /// <summary>The key of an item, such as <c>tasks[2]</c>.</summary>
    public static string ItemKey(string key, int index) => string.Create(CultureInfo.InvariantCulture, $"{key}[{index}]");
}
