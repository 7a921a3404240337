namespace Memti.WeightImages.Codes;

/// <summary>Codes of weight images and their manifests.</summary>
public static class WeightImageCodes
{
    /// <summary>An image format that does not exist.</summary>
    public const string UnknownImageFormat = "MEMTI7201";

    /// <summary>A layout of an image that contradicts itself, its values or its cells.</summary>
    public const string BadImageLayout = "MEMTI7202";

    /// <summary>A region that is too small for its values; states the missing bytes.</summary>
    public const string RegionTooSmall = "MEMTI7203";

    /// <summary>Two regions at the same addresses.</summary>
    public const string ImageOverlap = "MEMTI7204";

    /// <summary>An address that is within a word, or that a format cannot say.</summary>
    public const string ImageAddress = "MEMTI7205";

    /// <summary>A file of another form than expected; states the byte.</summary>
    public const string ImageUnreadable = "MEMTI7206";

    /// <summary>A manifest with a broken seal; states the byte if a single bit was flipped.</summary>
    public const string ManifestDamaged = "MEMTI7207";

    /// <summary>A whole manifest of another form or version.</summary>
    public const string ManifestUnreadable = "MEMTI7208";

    /// <summary>A file that a manifest names and that is not there.</summary>
    public const string ImageMissing = "MEMTI7209";

    /// <summary>A file that is longer or shorter than its manifest says.</summary>
    public const string ImageLength = "MEMTI7210";

    /// <summary>A file with other bytes than its manifest says; says at which byte.</summary>
    public const string ImageDamaged = "MEMTI7211";

    /// <summary>A whole file that does not hold what its manifest says.</summary>
    public const string ImageContradiction = "MEMTI7212";

    /// <summary>Two images that cannot be compared.</summary>
    public const string ImagesDoNotCompare = "MEMTI7213";

    /// <summary>A region, task or tensor that a manifest does not have.</summary>
    public const string UnknownImage = "MEMTI7214";
}
