using Memti.Abstractions.Training;

namespace Memti.Training.Datasets.Sources;

/// <summary>Labelled images of a source, before validation images are split off and sizes are changed.</summary>
/// <param name="Name">Name of the set.</param>
/// <param name="Train">All training images.</param>
/// <param name="Test">Test images; null when the source has none.</param>
internal sealed record ImageParts(string Name, ImageSet Train, ImageSet? Test)
{
    /// <summary>Validation images of the source's own. Default: null, to take a share of the training images.</summary>
    public ImageSet? Validation { get; init; }

    /// <summary>What lies there and is not used, a phrase each. Default: empty.</summary>
    public IReadOnlyList<string> NotUsed { get; init; } = [];

    /// <summary>Group of each training image, which a split keeps together. Default: null, when each image is a group of its own.</summary>
    public IReadOnlyList<int>? Groups { get; init; }

    /// <summary>Names of the classes. Default: empty, for unknown.</summary>
    public IReadOnlyList<string> ClassNames { get; init; } = [];

    /// <summary>Terms of use as far as known. Default: null.</summary>
    public string? Terms { get; init; }

    /// <summary>True when a horizontal flip keeps the class of an image. Default: false.</summary>
    public bool MayMirror { get; init; }
}
