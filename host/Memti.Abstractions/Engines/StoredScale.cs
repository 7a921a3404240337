namespace Memti.Abstractions.Engines;

/// <summary>Power of two by which stored kernels, biases, adapters and classifiers are scaled. Norms always have one per tensor.</summary>
public enum StoredScale
{
    /// <summary>One per tensor, chosen so that its values fill the range of codes.</summary>
    PerTensor,

    /// <summary>None: plain Qm.n, the same for all of them.</summary>
    None,
}
