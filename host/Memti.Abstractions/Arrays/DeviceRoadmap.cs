using Memti.Abstractions.Parameters;

namespace Memti.Abstractions.Arrays;

/// <summary>The transistors of a node, as in the ITRS.</summary>
[FormerSpellings]
public enum DeviceRoadmap
{
    /// <summary>High performance.</summary>
    HP,

    /// <summary>Low operating power.</summary>
    LOP,

    /// <summary>Low standby power.</summary>
    LSTP,
}
