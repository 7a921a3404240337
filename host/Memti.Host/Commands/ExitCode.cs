namespace Memti.Host.Commands;

/// <summary>Exit codes of the process.</summary>
internal static class ExitCode
{
    /// <summary>Success.</summary>
    public const int Done = 0;

    /// <summary>Errors in the input, or a failed run.</summary>
    public const int Findings = 1;

    /// <summary>Wrong usage of the command line.</summary>
    public const int Usage = 2;

    /// <summary>Cancelled by the user: 128 + SIGINT, as shells report it.</summary>
    public const int Cancelled = 130;
}
