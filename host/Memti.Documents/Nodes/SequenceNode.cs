using System.Globalization;

namespace Memti.Documents.Nodes;

/// <summary>A list of values.</summary>
public sealed class SequenceNode(SourceLocation place, IReadOnlyList<Node> items) : Node(place, items)
{
    public IReadOnlyList<Node> Items { get; } = items;

    public override string Shown => "a list";

    public override Node Under(string key) =>
        new SequenceNode(Place with { Key = key }, [.. Items.Select((item, index) => item.Under(ItemKey(key, index)))]);

    public static string ItemKey(string key, int index) => string.Create(CultureInfo.InvariantCulture, $"{key}[{index}]");
}
