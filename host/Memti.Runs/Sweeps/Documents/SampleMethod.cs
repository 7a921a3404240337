namespace Memti.Runs.Sweeps.Documents;

/// <summary>How points are drawn from axes.</summary>
public enum SampleMethod
{
    /// <summary>Each point by itself.</summary>
    Random,

    /// <summary>Each axis in as many strata as there are points, one point in each.</summary>
    LatinHypercube,

    /// <summary>A Sobol sequence, shifted by the seed: even in every part of the space, and even when it is extended.</summary>
    Sobol,
}
