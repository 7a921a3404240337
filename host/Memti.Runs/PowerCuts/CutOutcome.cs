namespace Memti.Runs.PowerCuts;

/// <summary>What became of a cut.</summary>
public enum CutOutcome
{
    /// <summary>The run ended as the uncut one, with the same bytes in non-volatile memories.</summary>
    Recovered,

    /// <summary>Somebody noticed: firmware reported a failure, took an exception that nobody handles, or never ended.</summary>
    Detected,

    /// <summary>The run ended as if all were well, and bytes are others.</summary>
    Silent,
}
