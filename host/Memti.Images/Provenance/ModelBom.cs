namespace Memti.Images;

/// <summary>A bill of materials of the weights in the form of CycloneDX 1.6.</summary>
public static class ModelBom
{
    /// <summary>Usual name of the file.</summary>
    public const string FileName = "weights.cdx.json";

    /// <summary>The bill as it lies in its file.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="manifestBytes">The same as it lies in its file.</param>
    public static byte[] Of(WeightManifest manifest, ReadOnlySpan<byte> manifestBytes) => throw new NotSupportedException();
}
