using Memti.Abstractions.Parameters;

namespace Memti.Abstractions.Arrays;

/// <summary>The quantity that the choice of an array's organisation optimises. The words are NVSim's names in snake case, such as
/// <c>read_edp</c>.</summary>
[FormerSpellings]
public enum ArrayTarget
{
    /// <summary>Least read latency.</summary>
    ReadLatency,

    /// <summary>Least write latency.</summary>
    WriteLatency,

    /// <summary>Least energy per read.</summary>
    ReadDynamicEnergy,

    /// <summary>Least energy per write.</summary>
    WriteDynamicEnergy,

    /// <summary>Least product of read energy and latency.</summary>
    ReadEDP,

    /// <summary>Least product of write energy and latency.</summary>
    WriteEDP,

    /// <summary>Least leakage.</summary>
    LeakagePower,

    /// <summary>Least area.</summary>
    Area,
}
