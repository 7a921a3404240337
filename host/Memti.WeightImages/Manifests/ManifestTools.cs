using Memti.Documents.Nodes;

namespace Memti.WeightImages.Manifests;

/// <summary>Programs that write manifests.</summary>
public static class ManifestTools
{
    /// <summary>This version of Memti.</summary>
    public static ManifestTool Current { get; } = new("memti", MemtiVersion.Current);
}
