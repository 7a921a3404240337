namespace Memti.Plugins.ImcCluster.Options;

/// <summary>What computes a layer.</summary>
public enum Engine
{
    /// <summary>Software on the cores.</summary>
    Cores,

    /// <summary>Analog products in the crossbars.</summary>
    Crossbar,

    /// <summary>The digital engine for depth-wise convolutions.</summary>
    DepthwiseEngine,
}
