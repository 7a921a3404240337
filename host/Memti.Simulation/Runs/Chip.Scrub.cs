using Memti.Abstractions.Accelerators;
using Memti.Simulation.Ledger;
using Memti.Simulation.Systems;
using Memti.Simulation.Transfers;

namespace Memti.Simulation.Runs;

/// <content>Scrubs: before the first operation of the firmware that finds one due.</content>
internal sealed partial class Chip
{
    private long NextOfScrub()
    {
        if (_stream.Active)
            return StreamLeft;
        if (Rouse([_scrubber.First.Component]) is >= 0 and var latency)
            return latency;
        (Part part, ScrubPlan plan) = _scrubber.Take(_clock.Elapsed);
        // A scrub is not part of the frame pattern: a period that contains one would not recur.
        Disturb();
        long data = HeldBits(part);
        // Check bits lie beside the data and are rewritten with it; partial bits round up.
        long bits = data + (long)Math.Ceiling(data * plan.CheckBitsPerBit);
        double joules = part.ReadJoules(bits) + part.WriteJoules(bits) + (data * plan.CorrectionPerBit.Joules);
        (long read, long write) = (part.ReadTime(bits), part.WriteTime(bits));
        long duration = Work([part.Component], joules, read + write);
        _grid.Ledger.Post(part.Component, EnergyCause.Scrub, -1, Quantity.Rontojoules(joules));
        _transfers.Add(part, TransferDirection.Read, bits, read);
        _transfers.Add(part, TransferDirection.Write, bits, write);
        _wear[part.Memory].Scrub(bits);
        return duration;
    }

    /// <summary>Data bits in a memory that must last: shared weights, live slots, sets. Features need not.</summary>
    private long HeldBits(Part part)
    {
        IReadOnlyList<TaskProgram> tasks = _layout.System.Tasks;
        long bits = part == _layout.Shared ? tasks.Max(static task => task.Plan.Layers.Sum(static layer => layer.SharedWeights.Bits)) : 0;
        if (part == _layout.Backing)
            bits += tasks.Sum(static task => task.TaskSet.Bits);
        for (int slot = 0; slot < _layout.SlotsOf(part); slot++)
            bits += _sets!.IsLive(slot) ? tasks[_sets.TaskIn(slot)].TaskSet.Bits : 0;
        return bits;
    }
}
