namespace Memti.Trainers.FixedPoint;

/// <summary>Power of two by which stored weights are scaled.</summary>
public enum WeightScale
{
    /// <summary>One per tensor, chosen so that its values fill the range of codes.</summary>
    PerTensor,

    /// <summary>None: plain Qm.n, the same for all kernels, adapters and classifiers.</summary>
    None,
}
