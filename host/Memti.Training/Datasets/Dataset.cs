using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Training;
using Memti.Training.Datasets.Contents;
using Memti.Training.Datasets.Sources;
using Memti.Training.Datasets.Splits;

namespace Memti.Training.Datasets;

/// <summary>Images to train, to choose and to test with, all of one size and with the same classes.</summary>
public sealed class Dataset
{
    private Dataset(string name, ImageSet train, ImageSet validation, ImageSet test, DatasetOrigin origin)
    {
        (Name, Train, Validation, Test, Origin) = (name, train, validation, test, origin);
        Statistics = ChannelStatistics.Of(train);
        Sha256 = ContentHash.Of(train, validation, test);
    }

    /// <summary>Name of the set, such as <c>cifar10</c> or <c>generated:signs</c>.</summary>
    public string Name { get; }

    /// <summary>Images to train on, without those of <see cref="Validation"/>.</summary>
    public ImageSet Train { get; }

    /// <summary>Images to choose settings with, taken from the training images; may be empty.</summary>
    public ImageSet Validation { get; }

    /// <summary>Images that nothing is chosen with.</summary>
    public ImageSet Test { get; }

    /// <summary>Mean and standard deviation of each channel of <see cref="Train"/>, in 0..255.</summary>
    public ChannelStatistics Statistics { get; }

    /// <summary>SHA-256 over sizes, labels and pixels of all parts, in lower case hexadecimal digits. Same parts, same hash, whatever file they come from.</summary>
    public string Sha256 { get; }

    /// <summary>Where the images came from, their terms and the names of their classes.</summary>
    public DatasetOrigin Origin { get; }

    /// <summary>Number of classes, 2 and more.</summary>
    public int Classes => Train.Classes;

    /// <summary>True when an image seen in a mirror is one of the same class.</summary>
    public bool MayMirror => Train.MayMirror;

    /// <summary>Puts parts together.</summary>
    /// <param name="name">Name of the set.</param>
    /// <param name="train">At least one image.</param>
    /// <param name="validation">Any number of images, also none.</param>
    /// <param name="test">Any number of images, also none.</param>
    /// <param name="origin">Where they came from; null for memory.</param>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.ImagesDoNotFit"/>: sizes or classes differ, or there is nothing to train on.</exception>
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

    /// <summary>The same set with fewer images to train on; the other parts stay.</summary>
    /// <param name="perClass">Most training images of a class, 1 and more; a class with fewer keeps all.</param>
    /// <param name="seed">Chooses the images.</param>
    public Dataset Subset(int perClass, ulong seed = 0) =>
        new(Name, ImageSelection.PerClass(Train, perClass, seed), Validation, Test, Origin);
}
