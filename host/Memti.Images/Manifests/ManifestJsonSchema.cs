namespace Memti.Images;

/// <summary>The JSON Schema (draft 2020-12) of manifests.</summary>
public static class ManifestJsonSchema
{
    /// <summary>The schema as text.</summary>
    public static string Write() => throw new NotSupportedException();
}
