using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Training;
using Memti.Training.Datasets.Sources;

namespace Memti.Training.Datasets.Idx;

/// <summary>Reads four IDX files with one prefix: <c>PREFIX-train-images.idx.gz</c>, <c>-train-labels</c>, <c>-test-images</c>,
/// <c>-test-labels</c>; and <c>PREFIX-classes.txt</c> if present.</summary>
internal static class IdxPrefix
{
    public static bool IsThere(string prefix) => Find(prefix, "train-images") is not null;

    /// <exception cref="MemtiException">Any error of reading.</exception>
    public static ImageParts Read(SourceText text)
    {
        string[]? names = ClassNameFile.TryRead(text.Place + "-classes.txt");
        ImageSet train = Part(text, "train", names?.Length);
        return new ImageParts(text.Name, train, Part(text, "test", train.Classes))
        {
            ClassNames = names ?? [],
            Terms = KnownSets.TermsOf(text.Name),
            MayMirror = KnownSets.PermitsMirror(text.Name),
        };
    }

    private static ImageSet Part(SourceText text, string part, int? classes) =>
        IdxImages.Set(
            text.Name, IdxReader.Read(Path(text.Place, part + "-images")), IdxReader.Read(Path(text.Place, part + "-labels")), classes);

    private static string Path(string prefix, string part) =>
        Find(prefix, part)
            ?? throw DataFile.Missing(
                $"{prefix}-{part}.idx.gz",
                $"there is neither '{prefix}-{part}.idx.gz' nor '{prefix}-{part}.idx', which belong to the set.");

    private static string? Find(string prefix, string part) => DataFile.FirstOf($"{prefix}-{part}.idx.gz", $"{prefix}-{part}.idx");
}
