using Memti.Abstractions.Accelerators;
using Memti.Simulation.Components;
using Memti.Simulation.Wear;

namespace Memti.Simulation.Devices.Memories;

/// <summary>Data that an activity moves from or to a memory: it is counted, and its cells wear.</summary>
/// <param name="memory">The memory.</param>
/// <param name="direction">Read or write, seen from the memory.</param>
/// <param name="bits">Data bits.</param>
/// <param name="busy">Picoseconds at the memory's own rate.</param>
internal sealed class MemoryAccess(MemoryDevice memory, TransferDirection direction, long bits, long busy) : ActivityEffect
{
    /// <summary>As <see cref="Region"/>: the slot of the activity.</summary>
    public const int Slot = -1;

    /// <summary>As <see cref="Region"/>: cells whose wear is counted elsewhere.</summary>
    public const int None = -2;

    /// <summary>Region of the memory's cells, or <see cref="Slot"/>. Default: none, for cells whose wear is counted elsewhere.</summary>
    public int Region { get; init; } = None;

    /// <summary>Reads or writes of the most-used cell. Default: 1.</summary>
    public long Passes { get; init; } = 1;

    /// <summary>True when a write brings new parameters. Default: false.</summary>
    public bool Deploys { get; init; }

    private bool Reads => direction == TransferDirection.Read;

    /// <inheritdoc />
    public override void Begin(Activity activity)
    {
        if (Region == None)
            return;
        if (Reads)
            memory.Wear.BeginRead(RegionOf(activity), Passes);
        else
            memory.Wear.BeginWrite(RegionOf(activity));
    }

    /// <inheritdoc />
    public override void End(Activity activity)
    {
        if (!activity.IsWhole && !Reads)
            memory.Tear();
        long moved = activity.Share(bits);
        memory.Transfers.Add(direction, moved, activity.Share(busy));
        if (Region == None)
            return;
        if (Reads)
            memory.Wear.EndRead(RegionOf(activity), activity.Passes(Passes), activity.BeganAt);
        else
            memory.Wear.EndWrite(RegionOf(activity), moved, activity.Passes(Passes), activity.BeganAt, Deploys);
    }

    private int RegionOf(Activity activity) => Region == Slot ? WearBook.SlotRegion(activity.Slot) : Region;
}
