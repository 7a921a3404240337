namespace Memti.Runs.Codes;

/// <summary>Codes of debugged runs.</summary>
public static class DebugCodes
{
    /// <summary>A port that the debug server cannot listen on.</summary>
    public const string PortNotFree = "MEMTI6801";

    /// <summary>A design without a processor, which there is nothing to debug in.</summary>
    public const string NoProcessor = "MEMTI6802";
}
