namespace Memti.Training.Datasets.Sources;

/// <summary>Source of images.</summary>
/// <param name="Source">The text of the user.</param>
public sealed record DatasetOrigin(string Source)
{
    /// <summary>Terms of use as far as known. Default: null, for unknown.</summary>
    public string? Terms { get; init; }

    /// <summary>Names of the classes in the order of their labels. Default: empty, for unknown.</summary>
    public IReadOnlyList<string> ClassNames { get; init; } = [];

    /// <summary>What lies at the source and is not used, such as pictures without a class, a phrase for each place. Default:
    /// empty.</summary>
    public IReadOnlyList<string> NotUsed { get; init; } = [];
}
