namespace Memti.Images;

/// <summary>An in-toto statement with SLSA provenance.</summary>
public static class InTotoStatement
{
    /// <summary>Usual name of the file.</summary>
    public const string FileName = "weights.intoto.json";

    /// <summary>The statement as it lies in its file.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="manifestBytes">The same as it lies in its file.</param>
    public static byte[] Of(WeightManifest manifest, ReadOnlySpan<byte> manifestBytes) => throw new NotSupportedException();
}
