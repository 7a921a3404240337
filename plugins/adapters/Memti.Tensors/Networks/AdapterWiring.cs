namespace Memti.Tensors.Networks;

/// <summary>Form in which a task adapts the shared convolutions.</summary>
public enum AdapterWiring
{
    /// <summary>No adapters: y = BN(W x).</summary>
    None,

    /// <summary>1x1 kernels parallel to each convolution: y = BN(W x + A x). Rebuffi, Bilen, Vedaldi, CVPR 2018.</summary>
    Parallel,

    /// <summary>
    /// 1x1 kernels after each convolution, with their own batch norm: y = BN(z + A BN'(z)), z = W x. Rebuffi, Bilen, Vedaldi, NIPS 2017.
    /// </summary>
    Series,
}
