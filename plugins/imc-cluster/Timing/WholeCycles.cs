namespace Memti.Plugins.ImcCluster.Timing;

/// <summary>Whole cycles, as a counter shows them.</summary>
internal static class WholeCycles
{
    /// <summary>The next whole number of cycles. The last bit of a sum or quotient is not to become a cycle.</summary>
    internal static long Of(double cycles) => (long)Math.Ceiling(cycles - 1e-6);
}
