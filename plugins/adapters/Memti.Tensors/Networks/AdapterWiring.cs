namespace Memti.Tensors.Networks;

/// <summary>How a task changes the convolutions that tasks share.</summary>
public enum AdapterWiring
{
    /// <summary>Not at all: y = BN(W x).</summary>
    None,

    /// <summary>1x1 kernels beside each convolution: y = BN(W x + A x). Rebuffi, Bilen, Vedaldi, CVPR 2018.</summary>
    Parallel,

    /// <summary>1x1 kernels behind each convolution, with a batch norm of their own: y = BN(z + A BN'(z)), z = W x. Rebuffi, Bilen, Vedaldi, NIPS 2017.</summary>
    Series,
}
