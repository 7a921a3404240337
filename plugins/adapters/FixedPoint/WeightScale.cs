namespace Memti.Plugins.Adapters.FixedPoint;

/// <summary>The power of two that stored weights are multiplied by.</summary>
public enum WeightScale
{
    /// <summary>One for each tensor, such that its values fill the range of the codes.</summary>
    PerTensor,

    /// <summary>None: plain Qm.n, the same for all kernels, adapters and classifiers.</summary>
    None,
}
