namespace Memti.Tensors.Networks;

/// <summary>Parameters that training changes.</summary>
public enum Learning
{
    /// <summary>All parameters.</summary>
    Everything,

    /// <summary>Adapters, batch norms and the classifier. 3x3 kernels are frozen and have no gradient.</summary>
    TaskSpecific,

    /// <summary>Only the running statistics of batch norms, in forward passes; there are no gradients.</summary>
    NormStatistics,
}
