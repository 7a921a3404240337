namespace Memti.Host.Commands;

/// <summary>What the process says to its caller.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Findings, or a run that failed.</summary>
    public const int Findings = 1;

    /// <summary>Wrong usage of the command line.</summary>
    public const int Usage = 2;

    /// <summary>Cancelled by the user.</summary>
    public const int Cancelled = 130;
}
