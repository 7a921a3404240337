using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Training;
using Memti.Training.Datasets.Contents;
using Memti.Training.Datasets.Sources;
using Memti.Training.Datasets.Splits;

namespace Memti.Training.Datasets;

/// <summary>Images for training, validation and testing, of one size and with the same classes.</summary>
public sealed class Dataset
{
    private Dataset(string name, ImageSet train, ImageSet validation, ImageSet test, DatasetOrigin origin)
    {
        (Name, Train, Validation, Test, Origin) = (name, train, validation, test, origin);
        Statistics = ChannelStatistics.Of(train);
        Sha256 = ContentHash.Of(train, validation, test);
    }

    /// <summary>Name of the dataset, such as <c>cifar10</c> or <c>generated:signs</c>.</summary>
    public string Name { get; }

    /// <summary>Training images, without those of <see cref="Validation"/>.</summary>
    public ImageSet Train { get; }

    /// <summary>Images to choose settings with, taken from the training images. May be empty.</summary>
    public ImageSet Validation { get; }

    /// <summary>Images for the final accuracy only; no choice may depend on them.</summary>
    public ImageSet Test { get; }

    /// <summary>Mean and standard deviation of each channel of <see cref="Train"/>, 0 to 255.</summary>
    public ChannelStatistics Statistics { get; }

    /// <summary>SHA-256 over sizes, labels and pixels of all parts, in lower-case hexadecimal digits. Equal parts give equal hashes,
    /// whatever file they come from.</summary>
    public string Sha256 { get; }

    /// <summary>Source of the images, their terms of use and the names of their classes.</summary>
    public DatasetOrigin Origin { get; }

    /// <summary>Number of classes, at least 2.</summary>
    public int Classes => Train.Classes;

    /// <summary>True when a horizontal flip keeps the class of an image.</summary>
    public bool MayMirror => Train.MayMirror;

    /// <summary>Combines parts.</summary>
    /// <param name="name">Name of the dataset.</param>
    /// <param name="train">At least one image.</param>
    /// <param name="validation">Any number of images, including none.</param>
    /// <param name="test">Any number of images, including none.</param>
    /// <param name="origin">Source of the images; null for images created in memory.</param>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.ImagesDoNotFit"/>: sizes or classes differ, or there are no training
    /// images.</exception>
    public static Dataset Create(string name, ImageSet train, ImageSet validation, ImageSet test, DatasetOrigin? origin = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(train);
        if (train.Count == 0)
            throw new MemtiException(DiagnosticCode.ImagesDoNotFit, $"'{name}' has no image to train on.");
        PartFit.Check(name, train, validation ?? throw new ArgumentNullException(nameof(validation)));
        PartFit.Check(name, train, test ?? throw new ArgumentNullException(nameof(test)));
        return new Dataset(name, train, validation, test, origin ?? new DatasetOrigin(name));
    }

    /// <summary>The same dataset with fewer training images. Other parts stay unchanged.</summary>
    /// <param name="perClass">Most training images of a class, at least 1. Classes with fewer keep all.</param>
    /// <param name="seed">Selects the images. Default: 0.</param>
    public Dataset Subset(int perClass, ulong seed = 0) =>
        new(Name, ImageSelection.PerClass(Train, perClass, seed), Validation, Test, Origin);
}
