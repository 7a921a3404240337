namespace Memti.Images;

internal static class ManifestJson
{
    public static byte[] Write(WeightManifest manifest) => throw new NotSupportedException();

    public static WeightManifest Read(ReadOnlySpan<byte> bytes, string name) => throw new NotSupportedException();
}
