namespace Memti.Training.Datasets.Sources;

/// <summary>What a caller asks of a set where the text of its source does not say otherwise.</summary>
public sealed record DatasetOptions
{
    /// <summary>Share of the training images to choose settings with. Range: 0 to 0.9. Default: 0.1.</summary>
    public double ValidationShare { get; init; } = 0.1;

    /// <summary>Share of the images to test with, where a source has no test images of its own. Range: 0.01 to 0.9. Default: 0.2.</summary>
    public double TestShare { get; init; } = 0.2;

    /// <summary>Rows and columns of an image in pixels; null for those of the source, and 32 where it has none. Range: 4 to 512.</summary>
    public int? Size { get; init; }

    /// <summary>Most training images of a class; null for all.</summary>
    public int? PerClass { get; init; }

    /// <summary>Whether an image seen in a mirror is one of the same class; null for what is known of the source.</summary>
    public bool? MayMirror { get; init; }

    /// <summary>Seed of the splits. Default: 0.</summary>
    public ulong Seed { get; init; }
}
