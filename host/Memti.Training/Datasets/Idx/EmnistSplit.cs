namespace Memti.Training.Datasets.Idx;

/// <summary>
/// A split of EMNIST (Cohen, Afshar, Tapson and van Schaik 2017), whose pictures are stored with rows and columns exchanged.
/// </summary>
/// <param name="Name">Name in the files, as in <c>emnist-letters-train-images-idx3-ubyte.gz</c>.</param>
/// <param name="FirstLabel">Label of the first class.</param>
/// <param name="ClassNames">Characters in the order of the labels, from the mapping files of the set.</param>
internal sealed record EmnistSplit(string Name, int FirstLabel, IReadOnlyList<string> ClassNames)
{
    private const string Digits = "0123456789", Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ", Lower = "abcdefghijklmnopqrstuvwxyz";

    // Small letters that look like their capitals are one class with them.
    private const string Distinct = "abdefghnqrt";

    private static readonly EmnistSplit[] All =
    [
        Of("balanced", 0, Digits + Upper + Distinct),
        Of("byclass", 0, Digits + Upper + Lower),
        Of("bymerge", 0, Digits + Upper + Distinct),
        Of("digits", 0, Digits),
        Of("letters", 1, Upper),
        Of("mnist", 0, Digits),
    ];

    /// <summary>The split that a name means; null for another set.</summary>
    public static EmnistSplit? TryFind(string name) =>
        All.FirstOrDefault(split => split.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Prefixes of the splits in a folder, or in its folder <c>gzip</c>.</summary>
    public static IReadOnlyList<string> PrefixesIn(string folder) =>
    [
        .. new[] { folder, Path.Combine(folder, "gzip") }
            .SelectMany(static place => All.Select(split => Path.Combine(place, split.Name)))
            .Where(static prefix => IdxNames.Find(prefix + "-train-images", 3) is not null),
    ];

    private static EmnistSplit Of(string name, int first, string characters) =>
        new("emnist-" + name, first, [.. characters.Select(static character => character.ToString())]);
}
