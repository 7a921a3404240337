using Memti.Training.Datasets.Sources;

namespace Memti.Training.Datasets.Idx;

/// <summary>Names of an IDX file as sets, sites and unpacking programs write them.</summary>
internal static class IdxNames
{
    /// <summary>The file of a part that exists: <c>STEM.idx</c>, <c>STEM-idx3-ubyte</c> or <c>STEM.idx3-ubyte</c>, packed or not, also in
    /// a folder of its own name; null for none.</summary>
    /// <param name="stem">Path up to the part, such as <c>sets/train-images</c>.</param>
    /// <param name="sizes">Number of sizes in the name: 3 for images, 1 for labels.</param>
    public static string? Find(string stem, int sizes) =>
        new[] { stem + ".idx", $"{stem}-idx{sizes}-ubyte", $"{stem}.idx{sizes}-ubyte" }
            .SelectMany(static file => new[] { file + ".gz", file, Path.Combine(file, Path.GetFileName(file)) })
            .FirstOrDefault(File.Exists);

    /// <summary>The file of a part.</summary>
    /// <exception cref="Memti.Abstractions.Diagnostics.MemtiException">There is none; names those that are looked for.</exception>
    public static string Get(string stem, int sizes) => Find(stem, sizes)
        ?? throw DataFile.Missing(
            $"{stem}.idx.gz",
            $"there is none of '{stem}.idx', '{stem}-idx{sizes}-ubyte' and '{stem}.idx{sizes}-ubyte', plain or with .gz, which belongs to "
                + "the set.");
}
