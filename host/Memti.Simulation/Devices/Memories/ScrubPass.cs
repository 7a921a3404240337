using Memti.Abstractions.Accelerators;
using Memti.Simulation.Components;

namespace Memti.Simulation.Devices.Memories;

/// <summary>A pass over all contents of a memory that must last: read, corrected, rewritten.</summary>
/// <param name="memory">The memory.</param>
/// <param name="bits">Bits of these contents, check bits included.</param>
/// <param name="read">Picoseconds of the reads.</param>
/// <param name="write">Picoseconds of the writes.</param>
internal sealed class ScrubPass(MemoryDevice memory, long bits, long read, long write) : ActivityEffect
{
    /// <inheritdoc />
    public override void Begin(Activity activity) => memory.Wear.BeginScrub();

    /// <inheritdoc />
    public override void End(Activity activity)
    {
        long passed = activity.Share(bits);
        memory.Transfers.Add(TransferDirection.Read, passed, activity.Share(read));
        memory.Transfers.Add(TransferDirection.Write, passed, activity.Share(write));
        memory.Wear.EndScrub(passed, activity.BeganAt);
    }
}
