using Memti.Abstractions.Firmware;
using Memti.Abstractions.Units;
using Memti.Simulation.Components;
using Memti.Simulation.Devices;
using Memti.Simulation.Frames;
using Memti.Simulation.Ledger;
using Memti.Simulation.Masters.Cores;
using Memti.Simulation.PowerStates;
using Memti.Simulation.Supplies;

namespace Memti.Simulation.Runs;

/// <summary>Makes the result of a run that is over.</summary>
/// <param name="hardware">The hardware.</param>
/// <param name="lastCost">The last balance of a power-down that firmware asked for; null for none.</param>
/// <param name="core">What a core did; null without one.</param>
/// <param name="supply">The supply; null for one that always has enough.</param>
internal sealed class ResultAssembly(Hardware hardware, PowerDownCost? lastCost, CoreResult? core, SupplyDevice? supply)
{
    private readonly Machine _machine = hardware.Machine;

    public SimulationResult Result()
    {
        _machine.Settle();
        _machine.Grid.Meter.MoveTo(_machine.Now);
        _machine.Ledger.EndFrame(hardware.Feed.Current);
        hardware.Steady.End();
        _machine.Listener?.End(_machine.Clock.Elapsed);
        Int128 total = _machine.Ledger.Total;
        double integral = _machine.Grid.Meter.Joules;
        // Two sums that share no code: the ledger by postings, the meter by integration. A bug in either shows as a gap.
        double gap = LedgerCheck.Verify(Quantity.Joules(total), integral, _machine.Grid.Count, (double)_machine.Clock.Elapsed * 1e-12);
        return ResultOf(total, integral, gap);
    }

    private SimulationResult ResultOf(Int128 total, double integral, double gap)
    {
        long skipped = hardware.Frames.Jump!.Skipped;
        return new()
        {
            Components = [.. _machine.Registry.Powers.Select(static power => power.Name)],
            Picoseconds = _machine.Clock.Elapsed,
            Frames = hardware.Feed.Counts(),
            Busy = BusyOf(hardware.Feed),
            Ledger = [.. _machine.Ledger.Postings()],
            Rontojoules = total,
            Integral = Energy.FromJoules(integral),
            RelativeGap = gap,
            Residency = [.. ResidencyOf()],
            PowerDowns = hardware.Power.PowerDowns,
            Wakes = hardware.Power.Wakes,
            MemorySleeps = hardware.Power.MemorySleeps,
            LastPowerDownCost = lastCost,
            Inferences = [.. _machine.Options.Tasks.Select((_, task) => hardware.Accelerators.Sum(one => one.InferencesOf(task)))],
            Streams = hardware.Streams?.Results(hardware.Layout.InferenceJoules) ?? [],
            Transfers = [.. hardware.Memories.SelectMany(static memory => memory.Transfers.Result())],
            Wear = [.. hardware.Memories.Select(static memory => memory.Wear.Result())],
            SteadyWear = hardware.Steady.Found,
            UndeliveredDeployments = hardware.Feed.UndeliveredDeployments,
            EventsStepped = _machine.Scheduler.Events,
            FramesStepped = hardware.Feed.Stepped(skipped),
            FramesJumped = hardware.Streams is { } streams ? streams.Next - streams.Stepped(skipped) : skipped,
            Period = skipped > 0 ? hardware.Frames.Jump.Period : null,
            Core = core,
            Supply = supply?.Result((double)_machine.Clock.Elapsed * 1e-12),
        };
    }

    private static BusyTime BusyOf(WorkloadFeed feed) => new(
        SimTime.FromPicoseconds(feed.LeastBusy == long.MaxValue ? 0 : feed.LeastBusy),
        SimTime.FromPicoseconds(feed.MostBusy),
        feed.MeanBusySeconds);

    private IEnumerable<StateResidency> ResidencyOf() =>
        from component in Enumerable.Range(0, _machine.Grid.Count)
        from state in Enum.GetValues<PowerState>()
        let picoseconds = _machine.Grid[component].Residency(state)
        where picoseconds > 0
        select new StateResidency(component, state, picoseconds);
}
