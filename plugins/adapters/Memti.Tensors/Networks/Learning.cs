namespace Memti.Tensors.Networks;

/// <summary>What steps change.</summary>
public enum Learning
{
    /// <summary>All parameters.</summary>
    Everything,

    /// <summary>Adapters, batch norms and the classifier; 3x3 kernels are frozen and get no gradient.</summary>
    TaskSpecific,

    /// <summary>Running statistics of batch norms alone, in forward passes; there are no gradients.</summary>
    NormStatistics,
}
