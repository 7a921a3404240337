namespace Memti.Runs.Debugging.Packets;

/// <summary>How a debugger left.</summary>
public enum SessionEnd
{
    /// <summary>It lost its connection, or closed it without a word.</summary>
    Lost,

    /// <summary>It detached: the run shall go on without it.</summary>
    Detached,

    /// <summary>It ended the run.</summary>
    Killed,

    /// <summary>It watched the run to its end.</summary>
    Ended,
}
