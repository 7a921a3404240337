namespace Memti.Simulation.Streams;

/// <summary>
/// Constants of the quality of experience (Kwon et al., "XRBench", MLSys 2023; values of its repository, commit 89156663).
/// </summary>
public sealed record ScoreRule
{
    /// <summary>Steepness of the real-time score around the deadline, per millisecond. Default: 15.</summary>
    public double SteepnessPerMillisecond { get; init; } = 15;

    /// <summary>Energy of an inference whose energy score is zero, in millijoules. Default: 1500.</summary>
    public double MostMillijoules { get; init; } = 1500;

    /// <summary>Real-time score of a frame: one half at its deadline, one well before it, zero well after it.</summary>
    /// <param name="lateness">Milliseconds from its deadline to its completion.</param>
    public double RealTime(double lateness) => 1 / (1 + Math.Exp(SteepnessPerMillisecond * lateness));

    /// <summary>Energy score of an inference; negative above <see cref="MostMillijoules"/>.</summary>
    public double Energy(double millijoules) => (MostMillijoules - millijoules) / MostMillijoules;
}
