namespace Memti.Abstractions.Firmware;

/// <summary>How the frames stand that a waiting frame needs.</summary>
public enum StreamNeeds
{
    /// <summary>All of them are done, or it needs none.</summary>
    Met,

    /// <summary>One waits or is under way.</summary>
    Open,

    /// <summary>One was dropped: what it would have given never comes.</summary>
    Lost,
}
