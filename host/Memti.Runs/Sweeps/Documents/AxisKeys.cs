using Memti.Documents.Nodes;
using Memti.Documents.Parameters;

namespace Memti.Runs.Sweeps.Documents;

/// <summary>The keys of an axis.</summary>
internal static class AxisKeys
{
    /// <summary>Most values of one axis.</summary>
    public const int MostValues = 1_000_000;

    private const string Number = "a number";

    public static readonly DocumentKey<Node?> Key = new(
        "key",
        "The key of the scenario that it sets, such as workload.fps, or a list of keys that take the same value",
        new TextListType())
    {
        DefaultWords = "the name of the axis",
    };

    public static readonly DocumentKey<string?> Unit = new("unit", "Unit of its numbers, for charts and tables") { DefaultWords = "none" };

    public static readonly DocumentKey<bool> Whole = new("whole", "True for whole numbers only") { Fallback = false };

    public static readonly DocumentKey<IReadOnlyList<Node>?> Values =
        new("values", "Its values", new ListType<Node>(new DocumentKey<Node>("", "A value", new AnyType()), 1, MostValues));

    public static readonly DocumentKey<double?>
        From = new("from", "The first number") { Required = Number },
        To = new("to", "The last number") { Required = Number },
        Step = new("step", "From one number to the next; not needed where points are drawn", double.Epsilon),
        LogFrom = new("from", "The first number", double.Epsilon) { Required = Number },
        LogTo = new("to", "The last number", double.Epsilon) { Required = Number };

    public static readonly DocumentKey<int?> Points = new("points", "How many numbers; not needed where points are drawn", 2, MostValues);

    public static readonly DocumentKey<Section?>
        Range = new("range", "Numbers at equal distances", new SectionType(new KeySection(From, To, Step))),
        Log = new("log", "Numbers at equal ratios", new SectionType(new KeySection(LogFrom, LogTo, Points))),
        Cases = new(
            "cases",
            "Named values that set several keys each: a mapping of a name to keys and values",
            new MapType(new DocumentKey<Section?>("", "Keys and their values", new MapType())));

    /// <summary>What an axis may hold.</summary>
    public static readonly KeySection All = new(Key, Unit, Whole, Values, Range, Log, Cases);
}
