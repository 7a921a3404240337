using Memti.Abstractions.Accelerators;

namespace Memti.Simulation.Transfers;

/// <summary>
/// A memory, bus or port that a background load and the concurrent inference both use. Neither ends before it has moved all data of both.
/// On the die, reads and writes run in parallel; an off-chip bus alternates between them.
/// </summary>
/// <param name="Load">Picoseconds for the load alone.</param>
/// <param name="Inference">Picoseconds for the inference alone.</param>
internal readonly record struct SharedWay(long Load, long Inference)
{
    public long Busy => Load + Inference;

    /// <summary>The shared resources of a load.</summary>
    /// <param name="transfer">The load.</param>
    /// <param name="traffic">Traffic of the inference.</param>
    /// <param name="portReads">Picoseconds that the inference reads parameters through the port.</param>
    public static SharedWay[] Of(TransferRecipe transfer, IReadOnlyList<PlannedTraffic> traffic, long portReads)
    {
        (Part source, Part target) = (transfer.Source, transfer.Target);
        List<SharedWay> ways =
        [
            new(transfer.SourceBusy, BusyOf(traffic, source, TransferDirection.Read)),
            new(transfer.TargetBusy, BusyOf(traffic, target, TransferDirection.Write)),
        ];
        if (source.Port is not null)
            ways.Add(new(source.OutTime(transfer.Bits), portReads));
        if (target.Port is not null)
            ways.Add(new(target.InTime(transfer.Bits), 0));
        return [.. ways];
    }

    private static long BusyOf(IReadOnlyList<PlannedTraffic> traffic, Part part, TransferDirection direction) => traffic
        .Where(moved => moved.Part == part && (moved.Direction == direction || !part.Figures.OnChip))
        .Sum(static moved => moved.Busy);
}
