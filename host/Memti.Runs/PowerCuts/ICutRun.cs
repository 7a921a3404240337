using Memti.Abstractions.Diagnostics;

namespace Memti.Runs.PowerCuts;

/// <summary>A run of firmware, whole or after a cut.</summary>
internal interface ICutRun
{
    /// <summary>Picoseconds since the start of the workload.</summary>
    Int128 Elapsed { get; }

    /// <summary>Where the core is; 0 for managed firmware.</summary>
    ulong ProgramCounter { get; }

    /// <summary>Runs to the end.</summary>
    /// <exception cref="MemtiException">What the firmware did wrong, or what a plugin threw.</exception>
    void Finish(CancellationToken cancellationToken);

    /// <summary>The bytes of a non-volatile memory.</summary>
    /// <param name="memory">Its index in the system.</param>
    ReadOnlySpan<byte> ContentsOf(int memory);

    /// <summary>True when each word of a memory has an answer to a read.</summary>
    /// <param name="memory">Its index in the system.</param>
    bool IsReadable(int memory);
}
