using Memti.Abstractions.Firmware;
using Memti.Abstractions.Units;
using Memti.Simulation.Devices.Memories;
using Memti.Simulation.PowerStates;
using Memti.Simulation.Transfers;

namespace Memti.Simulation.Masters.Managed;

/// <summary>Computes cost and saving of switching components down.</summary>
internal sealed class PowerDownBalance(SystemLayout layout)
{
    private readonly ComponentPower[] _powers = [.. layout.Power];

    /// <summary>The balance of a change of states.</summary>
    /// <param name="present">States that the components would stay in; shape [components].</param>
    /// <param name="down">States that they would change to; shape [components].</param>
    /// <param name="nextTask">Task of the next inference.</param>
    /// <param name="policy">Which sets have slots of their own; null without a working memory.</param>
    /// <param name="slots">Sets in the working memory; null without one.</param>
    /// <param name="sharedLives">True when the shared weights are readable.</param>
    public PowerDownCost Of(
        ReadOnlySpan<PowerState> present,
        ReadOnlySpan<PowerState> down,
        int nextTask,
        ReplacementPolicy? policy,
        TaskSlots? slots,
        bool sharedLives)
    {
        (double onWatts, double downWatts, double joules, long latency) = (0, 0, 0, 0);
        for (int component = 0; component < present.Length; component++)
        {
            ComponentPower power = _powers[component];
            onWatts += power.In(present[component]).Watts;
            downWatts += power.In(down[component]).Watts;
            if (present[component] == down[component])
                continue;
            ref readonly WakeCost wake = ref power.From(down[component]);
            (joules, latency) = (joules + wake.Joules, Math.Max(latency, wake.Latency));
        }

        // Wake-ups run in parallel, so the slowest one decides the latency; all else stays on and waits.
        double transition = joules + onWatts * latency * 1e-12;
        if (slots is not null && Dies(layout.Working!, present, down))
            transition += LostSets(nextTask, policy!.Pinned, slots, onWatts);
        if (layout.SharedMayDie && sharedLives && Dies(layout.Shared!, present, down))
            transition += Serial(layout.SharedLoad!, onWatts);
        SimTime breakEven = BreakEven(transition, onWatts - downWatts, latency);
        return new(
            breakEven,
            Energy.FromJoules(transition),
            Power.FromWatts(onWatts),
            Power.FromWatts(downWatts),
            SimTime.FromPicoseconds(latency));
    }

    private static bool Dies(Part part, ReadOnlySpan<PowerState> present, ReadOnlySpan<PowerState> down) =>
        part.Figures.Volatile && down[part.Component] == PowerState.Off && present[part.Component] != PowerState.Off;

    /// <summary>
    /// Energy to reload lost sets. When every set has a slot, each live one must be reloaded. Otherwise only the pinned sets and that of
    /// the next task count, because the others replace one another anyway.
    /// </summary>
    private double LostSets(int nextTask, int[] pinned, TaskSlots slots, double onWatts)
    {
        double joules = 0;
        if (layout.AllFit)
        {
            for (int task = 0; task < layout.Programs.Length; task++)
                joules += LostSet(task, slots, onWatts);
            return joules;
        }

        bool counted = false;
        foreach (int task in pinned)
        {
            joules += LostSet(task, slots, onWatts);
            counted |= task == nextTask;
        }

        return counted ? joules : joules + LostSet(nextTask, slots, onWatts);
    }

    private double LostSet(int task, TaskSlots slots, double onWatts) =>
        slots.SlotOf(task) >= 0 ? Reload(layout.Programs[task].Load!, onWatts) : 0;

    private double Reload(LoadRecipe load, double onWatts) => layout.Streams
        ? load.Transfer.Joules + onWatts * load.Exposed(headStart: 0) * 1e-12
        : Serial(load.Transfer, onWatts);

    private static double Serial(TransferRecipe transfer, double onWatts) => transfer.Joules + onWatts * transfer.Duration * 1e-12;

    private static SimTime BreakEven(double transition, double saved, long latency)
    {
        // E_on - E_down = saved x gap >= transition. A gap shorter than the wake latency never pays: the system would be late.
        double picoseconds = saved > 0 ? Math.Ceiling(transition / saved * 1e12) : double.PositiveInfinity;
        return picoseconds < long.MaxValue ? SimTime.FromPicoseconds(Math.Max((long)picoseconds, latency)) : SimTime.MaxValue;
    }
}
