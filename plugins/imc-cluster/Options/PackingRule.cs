namespace Memti.Plugins.ImcCluster.Options;

/// <summary>How blocks of weights are packed into arrays.</summary>
public enum PackingRule
{
    /// <summary>Into the best fitting free rectangle of all arrays, of which none lies in another (MaxRects).</summary>
    MaxRects,

    /// <summary>Side by side on shelves as high as their first block.</summary>
    Shelf,

    /// <summary>One block in each array.</summary>
    None,
}
