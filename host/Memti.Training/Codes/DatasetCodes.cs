namespace Memti.Training.Codes;

/// <summary>Codes of images to train on, and their labels.</summary>
public static class DatasetCodes
{
    /// <summary>A dataset that was not found; states how to get it.</summary>
    public const string ImagesMissing = "MEMTI8101";

    /// <summary>Images or labels that cannot be read: truncated, or of another form.</summary>
    public const string ImagesUnreadable = "MEMTI8102";

    /// <summary>A label that is no class of its set.</summary>
    public const string LabelOutOfRange = "MEMTI8103";

    /// <summary>A class whose files none can be read.</summary>
    public const string ClassLost = "MEMTI8105";
}
