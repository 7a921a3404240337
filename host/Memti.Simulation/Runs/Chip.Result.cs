using Memti.Abstractions.Units;
using Memti.Simulation.Frames;
using Memti.Simulation.Ledger;
using Memti.Simulation.PowerStates;

namespace Memti.Simulation.Runs;

/// <content>The result.</content>
internal sealed partial class Chip
{
    public SimulationResult Result()
    {
        _grid.Settle();
        _grid.Meter.MoveTo(_clock.Now);
        _grid.Ledger.EndFrame(_feed.Current);
        _steady.End();
        Int128 total = _grid.Ledger.Total;
        double integral = _grid.Meter.Joules;
        // Two sums that share no code: the ledger by postings, the meter by integration. A bug in either shows as a gap.
        double gap = LedgerCheck.Verify(Quantity.Joules(total), integral, _layout.Power.Length, (double)_clock.Elapsed * 1e-12);
        return ResultOf(total, integral, gap);
    }

    private SimulationResult ResultOf(Int128 total, double integral, double gap) => new()
    {
        Components = [.. _layout.Power.Select(static power => power.Name)],
        Picoseconds = _clock.Elapsed,
        Frames = _feed.Counts(),
        Busy = BusyOf(),
        Ledger = [.. _grid.Ledger.Postings()],
        Rontojoules = total,
        Integral = Energy.FromJoules(integral),
        RelativeGap = gap,
        FrameEnergy = EnergyOf(total),
        Residency = [.. ResidencyOf()],
        PowerDowns = (long)_tally[_powerDowns],
        Wakes = (long)_tally[_wakes],
        MemorySleeps = (long)_tally[_memorySleeps],
        LastPowerDownCost = _lastCost,
        Inferences = [.. _layout.Programs.Select((_, task) => (long)_tally[_inferences + task])],
        Transfers = [.. _layout.Parts.SelectMany(_transfers.Of)],
        Wear = [.. _wear.Select(static book => book.Result())],
        SteadyWear = _steady.Found,
        UndeliveredDeployments = _feed.UndeliveredDeployments,
        EventsStepped = _events,
        FramesStepped = _feed.Next - _jumped,
        FramesJumped = _jumped,
        Period = _jumped > 0 ? _period : null,
    };

    private BusyTime BusyOf() => new(
        SimTime.FromPicoseconds(_feed.LeastBusy == long.MaxValue ? 0 : _feed.LeastBusy),
        SimTime.FromPicoseconds(_feed.MostBusy),
        _feed.MeanBusySeconds);

    private EnergyPerFrame EnergyOf(Int128 total)
    {
        FrameEnergy frames = _grid.Ledger.Frames;
        Int128 least = frames.Any ? frames.Least : 0;
        return new(
            Exact(least),
            Exact(frames.Most),
            Exact(frames.Last),
            Energy.FromJoules(Quantity.Joules(total) / Math.Max(1, _feed.Counts().Completed)));
    }

    private IEnumerable<StateResidency> ResidencyOf() =>
        from component in Enumerable.Range(0, _layout.Power.Length)
        from state in Enum.GetValues<PowerState>()
        let picoseconds = _grid.Domains[component].Residency(state)
        where picoseconds > 0
        select new StateResidency(component, state, picoseconds);

    private static Energy Exact(Int128 rontojoules) => Energy.FromJoules(Quantity.Joules(rontojoules));
}
