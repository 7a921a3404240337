using Memti.Documents.Nodes;
using Memti.Scenarios.Keys;

namespace Memti.Scenarios.Overrides;

/// <summary>
/// Lays one document over another: mappings merge, scalars and lists replace, null removes, another kind drops the options of the old one.
/// A mapping over a list whose items have names merges with those that it names.
/// </summary>
public static class Overlay
{
    private static readonly string[] Discriminators = ["kind", "firmware"];
    private static readonly string[] KeptOverKinds = ["holds", "resident_tasks", "pinned", "tasks", "at"];
    private static readonly (string First, string Second)[] Alternatives =
    [
        ("duration_s", "frames"), ("sequence", "pattern"), ("streams", "fps"), ("streams", "frames"), ("streams", "sequence"),
        ("streams", "pattern"), ("streams", "order"), ("streams", "deployments"),
    ];

    /// <summary>
    /// Lays a design or a variant over what it changes. Merged mappings take the place of the upper one, the root keeps its own.
    /// </summary>
    public static MappingNode Design(MappingNode below, MappingNode above) => Merge(below, above, "", placesOfAbove: true, root: true);

    /// <summary>Lays a <c>--set</c> over a document. Merged mappings keep their place in the file.</summary>
    public static MappingNode Set(MappingNode below, MappingNode above) => Merge(below, above, "", placesOfAbove: false, root: true);

    private static MappingNode Merge(MappingNode below, MappingNode above, string name, bool placesOfAbove, bool root = false)
    {
        MappingEntry[] kept = [.. below.Entries.Where(entry => Survives(entry.Key, below, above, name))];
        HashSet<string> keptKeys = new(kept.Select(static entry => entry.Key), StringComparer.Ordinal);
        IEnumerable<MappingEntry> changed = kept.Select(entry => above.FindEntry(entry.Key) is { } upper ? Laid(upper) : entry);
        IEnumerable<MappingEntry> added = above.Entries.Where(entry => !keptKeys.Contains(entry.Key)).Select(Laid);
        return new MappingNode(placesOfAbove && !root ? above.Place : below.Place, [.. changed, .. added]);

        MappingEntry Laid(MappingEntry upper) =>
            upper with { Value = Lay(below.Find(upper.Key), upper, keptKeys.Contains(upper.Key), placesOfAbove) };
    }

    private static Node Lay(Node? below, MappingEntry above, bool merges, bool placesOfAbove) => above.Value switch
    {
        MappingNode upper when merges && below is MappingNode lower => Merge(lower, upper, above.Key, placesOfAbove),
        MappingNode upper when merges && below is SequenceNode list && NamesItems(upper, list) => Items(list, upper, placesOfAbove),
        ScalarNode { IsNull: true } scalar => new ScalarNode(scalar.Place, scalar.Text, scalar.Plain) { Removes = IsThere(below) },
        _ => above.Value,
    };

    private static bool NamesItems(MappingNode above, SequenceNode list) =>
        above.Entries.Count > 0
        && above.Entries.All(entry => entry.Value is MappingNode && list.Items.Any(item => ItemName.Of(item) == entry.Key));

    private static SequenceNode Items(SequenceNode list, MappingNode above, bool placesOfAbove) => new(
        list.Place,
        [
            .. list.Items.Select(item => ItemName.Of(item) is { } name && above.Find(name) is MappingNode upper
                ? Merge((MappingNode)item, upper, name, placesOfAbove)
                : item),
        ]);

    private static bool IsThere(Node? below) => below is not null && (!below.IsNull || below is ScalarNode { Removes: true });

    private static bool Survives(string key, MappingNode below, MappingNode above, string name) =>
        !(ChangesKind(below, above) && !KeptOverKinds.Contains(key)) && !(name == ScenarioKeys.Workload.Name && HasAlternative(key, above));

    private static bool ChangesKind(MappingNode below, MappingNode above) => Discriminators.Any(key =>
        below.Find(key) is { IsNull: false } lower && above.Find(key) is { IsNull: false } upper && Word(lower) != Word(upper));

    // A kind that is written as a mapping, such as the ELF file of firmware, has no word.
    private static string? Word(Node kind) => (kind as ScalarNode)?.Text;

    private static bool HasAlternative(string key, MappingNode above) => Alternatives.Any(pair =>
        (key == pair.First && Gives(above, pair.Second)) || (key == pair.Second && Gives(above, pair.First)));

    private static bool Gives(MappingNode mapping, string key) => mapping.Find(key) is { IsNull: false };
}
