using Memti.Plugins.ImcCluster.Options;

namespace Memti.Plugins.ImcCluster.Timing;

/// <summary>Cycles of the depth-wise engine.</summary>
internal static class DepthwiseCycles
{
    /// <summary>Whole cycles of a number of multiply-accumulates.</summary>
    // The last bit of a quotient is not to become a cycle.
    internal static long Of(ImcClusterOptions options, long macs) => (long)Math.Ceiling((macs / options.DepthwiseMacsPerCycle) - 1e-6);
}
