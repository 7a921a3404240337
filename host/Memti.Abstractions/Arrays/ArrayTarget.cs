using Memti.Abstractions.Parameters;

namespace Memti.Abstractions.Arrays;

/// <summary>What an array's organisation is chosen for; the words are NVSim's names in snake case: <c>read_edp</c>.</summary>
[FormerSpellings]
public enum ArrayTarget
{
    /// <summary>Shortest read.</summary>
    ReadLatency,

    /// <summary>Shortest write.</summary>
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

    /// <summary>Smallest.</summary>
    Area,
}
