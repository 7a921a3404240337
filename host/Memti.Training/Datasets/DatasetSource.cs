using Memti.Abstractions.Diagnostics;
using Memti.Training.Codes;
using Memti.Training.Datasets.Generated;
using Memti.Training.Datasets.Idx;
using Memti.Training.Datasets.Sources;

namespace Memti.Training.Datasets;

/// <summary>Resolves the text of a source: files, a folder, a package of the distribution, or a generated task.</summary>
public static class DatasetSource
{
    /// <summary>Source when the user names none; needs no file.</summary>
    public const string Default = "generated:signs";

    /// <summary>All forms of a source, in the order of the search.</summary>
    public static IReadOnlyList<DatasetForm> Forms { get; } =
    [
        .. GeneratedTasks.All.Select(
            static task =>
                new DatasetForm(
                    GeneratedSet.Prefix + task.Name,
                    $"{task.Description}; classes 2 to {task.MostClasses} (default {task.Defaults.Classes})")),
        new(FashionMnist.Name, "28x28 grey clothes of Debian's package dataset-fashion-mnist, padded to 32x32"),
        new("PREFIX", "IDX files PREFIX-{train,test}-{images,labels}.idx[.gz] or -idx3-ubyte[.gz], [N,H,W,3] or [N,H,W]; EMNIST's splits"),
        new(
            "FOLDER",
            "a folder with MNIST's four files, CIFAR's binary files, GTSRB as downloaded, train/CLASS/*, val/CLASS/* and test/CLASS/*, or "
                + "CLASS/*; pictures are JPEG, PNG, BMP, PPM and PGM"),
    ];

    /// <summary>Reads a dataset.</summary>
    /// <param name="source">A form of <see cref="Forms"/>, optionally followed by <c>?key=value&amp;key=value</c>.</param>
    /// <param name="options">Settings that the source does not override; null for the defaults.</param>
    /// <param name="cancellation">Stops reading and generating.</param>
    /// <exception cref="MemtiException">
    /// <see cref="DatasetCodes.ImagesMissing"/>, <see cref="DatasetCodes.ImagesUnreadable"/>, <see cref="DatasetCodes.LabelOutOfRange"/>,
    /// <see cref="DiagnosticCode.ImagesDoNotFit"/>, or <see cref="DiagnosticCode.BadOption"/> for an option after the question mark.
    /// </exception>
    public static Dataset Read(string source, DatasetOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(source);
        SourceText text = SourceText.Parse(source);
        DatasetOptions chosen = SourceOptions.Over(options ?? new DatasetOptions(), text.Query);
        Func<ImageParts> read = SourceForms.Find(text, chosen, cancellation);
        // Before any image is read: a typo in an option must not cost minutes.
        text.Query.RefuseOthers();
        ImageParts parts = read();
        return DatasetAssembly.Assemble(parts, source, chosen);
    }
}
