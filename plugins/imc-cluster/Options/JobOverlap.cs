namespace Memti.Plugins.ImcCluster.Options;

/// <summary>How the jobs of the crossbars follow one another.</summary>
public enum JobOverlap
{
    /// <summary>Data of neighbouring jobs stream in and out during a product: the published design.</summary>
    Overlapped,

    /// <summary>One phase after the other: the public simulator.</summary>
    Serial,
}
