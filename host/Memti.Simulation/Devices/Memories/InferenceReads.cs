using Memti.Simulation.Components;
using Memti.Simulation.Wear;

namespace Memti.Simulation.Devices.Memories;

/// <summary>Wear of a memory by the reads of one inference.</summary>
internal sealed class InferenceReads(MemoryDevice memory, RegionReads reads) : ActivityEffect
{
    private WearBook Wear => memory.Wear;

    /// <inheritdoc />
    public override void Begin(Activity activity)
    {
        Wear.BeginRead(WearBook.Shared, reads.Shared);
        Wear.BeginRead(WearBook.Features, reads.Features);
        if (activity.Slot >= 0)
            Wear.BeginRead(WearBook.SlotRegion(activity.Slot), reads.Slot);
        Wear.BeginRead(Wear.SetRegion(activity.Task), reads.Set);
    }

    /// <inheritdoc />
    public override void End(Activity activity)
    {
        Int128 begun = activity.BeganAt;
        Wear.EndRead(WearBook.Shared, activity.Passes(reads.Shared), begun);
        Wear.EndRead(WearBook.Features, activity.Passes(reads.Features), begun);
        if (activity.Slot >= 0)
            Wear.EndRead(WearBook.SlotRegion(activity.Slot), activity.Passes(reads.Slot), begun);
        Wear.EndRead(Wear.SetRegion(activity.Task), activity.Passes(reads.Set), begun);
    }
}
