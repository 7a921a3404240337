using Memti.Abstractions.Parameters;

namespace Memti.Abstractions.Arrays;

/// <summary>Transistor types of a node, as the ITRS names them.</summary>
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
