namespace Memti.Training.Datasets.Sources;

/// <summary>Settings of a dataset that the text of its source does not override.</summary>
public sealed record DatasetOptions
{
    /// <summary>Fraction of the training images for validation, 0 to 0.9. Default: 0.1.</summary>
    public double ValidationShare { get; init; } = 0.1;

    /// <summary>True when the source asks for a share, which then replaces its own validation images. Default: false.</summary>
    internal bool AsksForValidationShare { get; init; }

    /// <summary>True when the source asks for a share of test images, which then replaces images without a class. Default: false.</summary>
    internal bool AsksForTestShare { get; init; }

    /// <summary>Fraction of the images for testing when the source has no test images of its own, 0.01 to 0.9. Default: 0.2.</summary>
    public double TestShare { get; init; } = 0.2;

    /// <summary>Rows and columns of an image in pixels, 4 to 512. Default: null, for the size of the source, or 32 if it has
    /// none.</summary>
    public int? Size { get; init; }

    /// <summary>Most training images of a class, at least 1. Default: null, for all.</summary>
    public int? PerClass { get; init; }

    /// <summary>True when a horizontal flip keeps the class of an image. Default: null, to decide by the source.</summary>
    public bool? MayMirror { get; init; }

    /// <summary>Seed of the splits. Default: 0.</summary>
    public ulong Seed { get; init; }
}
