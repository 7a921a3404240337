namespace Memti.Plugins.ImcCluster.Options;

/// <summary>Software for depth-wise convolutions.</summary>
public enum DepthwiseKernel
{
    /// <summary>Reads channel after channel (PULP-NN after 2019).</summary>
    Chw,

    /// <summary>Reads pixel after pixel and reorders bytes in software (PULP-NN of 2019).</summary>
    Hwc,
}
