namespace Memti.Plugins.ImcCluster.Timing;

/// <summary>Cycles of one job of the crossbars: a product with its streams.</summary>
/// <param name="StreamIn">Inputs from the shared memory.</param>
/// <param name="Compute">The analog product.</param>
/// <param name="StreamOut">Outputs to the shared memory.</param>
/// <param name="Idle">Between two jobs.</param>
internal readonly record struct JobCycles(long StreamIn, long Compute, long StreamOut, long Idle)
{
    /// <summary>One phase after the other.</summary>
    internal long Serial => StreamIn + Compute + StreamOut + Idle;

    /// <summary>From product to product while neighbours stream.</summary>
    internal long Interval => Math.Max(Compute, Math.Max(StreamIn, StreamOut)) + Idle;
}
