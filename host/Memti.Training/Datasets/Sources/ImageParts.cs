using Memti.Abstractions.Training;

namespace Memti.Training.Datasets.Sources;

/// <summary>What a source gives: images with labels, before validation images are taken and sizes are made what was asked for.</summary>
/// <param name="Name">Name of the set.</param>
/// <param name="Train">All images to train on.</param>
/// <param name="Test">Images to test with; null where the source has none of its own.</param>
internal sealed record ImageParts(string Name, ImageSet Train, ImageSet? Test)
{
    /// <summary>Group of each training image, which a split keeps together; null where each stands for itself.</summary>
    public IReadOnlyList<int>? Groups { get; init; }

    /// <summary>Names of the classes, or none.</summary>
    public IReadOnlyList<string> ClassNames { get; init; } = [];

    /// <summary>Terms of use, as far as they are known.</summary>
    public string? Terms { get; init; }

    /// <summary>Whether an image seen in a mirror is one of the same class.</summary>
    public bool MayMirror { get; init; }
}
