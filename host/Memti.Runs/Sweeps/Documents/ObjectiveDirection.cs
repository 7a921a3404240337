namespace Memti.Runs.Sweeps.Documents;

/// <summary>What an objective wants of its metric.</summary>
internal enum ObjectiveDirection
{
    /// <summary>Little.</summary>
    Minimise,

    /// <summary>Much.</summary>
    Maximise,
}
