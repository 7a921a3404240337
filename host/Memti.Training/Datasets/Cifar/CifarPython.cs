using Memti.Abstractions.Diagnostics;
using Memti.Training.Datasets.Sources;

namespace Memti.Training.Datasets.Cifar;

/// <summary>Recognises CIFAR-10 and CIFAR-100 in the form for Python, to refuse it: a pickle is a program that its reader runs.</summary>
internal static class CifarPython
{
    private static readonly (string Folder, string[] Files, string Archive)[] Forms =
    [
        ("cifar-10-batches-py", ["data_batch_1", "test_batch"], "cifar-10-binary.tar.gz"),
        ("cifar-100-python", ["train", "test", "meta"], "cifar-100-binary.tar.gz"),
    ];

    public static bool IsThere(string place) => Find(place) is not null;

    public static MemtiException Refused(string place) => DataFile.Missing(
        place,
        $"'{place}' has CIFAR in its form for Python: pickles, which are programs, and Memti runs none. Get the binary form, "
            + $"{Find(place)}, from https://www.cs.toronto.edu/~kriz/cifar.html, unpack it and name its folder.");

    /// <summary>Archive of the form that is read; null for a folder without pickles of CIFAR.</summary>
    private static string? Find(string place) => Forms
        .Where(
            form => form.Files.All(file => File.Exists(Path.Combine(place, file)))
                || form.Files.All(file => File.Exists(Path.Combine(place, form.Folder, file))))
        .Select(static form => form.Archive)
        .FirstOrDefault();
}
