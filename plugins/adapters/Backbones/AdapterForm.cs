namespace Memti.Plugins.Adapters.Backbones;

/// <summary>Position of a task's 1x1 kernels relative to the shared 3x3 kernels.</summary>
public enum AdapterForm
{
    /// <summary>y = BN(W x + A x): the adapter reads the input of the 3x3 convolution (CVPR 2018).</summary>
    Parallel,

    /// <summary>y = BN2(z + A BN1(z)) with z = W x: the adapter reads the output of the 3x3 convolution (NIPS 2017).</summary>
    Series,

    /// <summary>y = BN(W x): no adapters; each task needs a whole network.</summary>
    None,
}
