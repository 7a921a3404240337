namespace Memti.Plugins.ImcCluster.Options;

/// <summary>Whether requests for one bank of the shared memory wait for each other.</summary>
public enum L1Conflicts
{
    /// <summary>They do not: kernels take the cycles that were counted.</summary>
    None,

    /// <summary>As often as random addresses meet.</summary>
    Expected,
}
