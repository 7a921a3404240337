namespace Memti.Runs.Sweeps.Results;

/// <summary>How an axis of a study's chart spaces its values.</summary>
public enum ChartScale
{
    /// <summary>Equal differences have equal lengths.</summary>
    Linear,

    /// <summary>Equal ratios have equal lengths.</summary>
    Log,
}
