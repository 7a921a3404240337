namespace Memti.Plugins.ImcCluster.Options;

/// <summary>What computes layers that the depth-wise engine cannot.</summary>
public enum KernelEngine
{
    /// <summary>Software on the cores.</summary>
    Cores,

    /// <summary>Analog products in the crossbars.</summary>
    Crossbar,
}
