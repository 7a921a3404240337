namespace Memti.Plugins.Torch.Networks;

/// <summary>What a task adds to the shared convolutions that it adapts.</summary>
public enum NetworkAdapters
{
    /// <summary>y = W x + A x: a 1x1 kernel that reads the input of the convolution (Rebuffi et al., CVPR 2018).</summary>
    Parallel,

    /// <summary>y = z + A BN(z) with z = W x: a 1x1 kernel and a batch norm behind the convolution (Rebuffi et al., NIPS 2017).</summary>
    Series,

    /// <summary>y = W x + B A x: two 1x1 kernels with few channels between them (Hu et al., ICLR 2022).</summary>
    LowRank,

    /// <summary>Nothing: a task has batch norms and a classifier of its own.</summary>
    None,
}
