namespace Memti.Training.Datasets.Sources;

/// <summary>Where images came from.</summary>
/// <param name="Source">The text that the user gave.</param>
public sealed record DatasetOrigin(string Source)
{
    /// <summary>Terms under which the images may be used, as far as they are known; null when they are not.</summary>
    public string? Terms { get; init; }

    /// <summary>Names of the classes in the order of their labels; empty when nobody has named them.</summary>
    public IReadOnlyList<string> ClassNames { get; init; } = [];
}
