using Memti.Runs.Planning;
using Memti.Runs.Running;
using Memti.Simulation.Masters.Cores;
using Memti.Simulation.Runs;

namespace Memti.Runs.Reports;

/// <summary>What a processor did, per frame that was worked on, and how its firmware compares with a policy on the same design.</summary>
/// <param name="Processor">Kind of the processor.</param>
/// <param name="ClockMhz">Its clock in MHz.</param>
/// <param name="InstructionsPerFrame">Instructions retired.</param>
/// <param name="ActiveShare">Share of the run in which it worked.</param>
/// <param name="StalledShare">Share in which it waited for a memory or a device.</param>
/// <param name="SleepingShare">Share in which it waited for an interrupt, woke up, or had no power.</param>
/// <param name="DriverMs">Time in ms in which it worked or was stalled.</param>
/// <param name="CoreUj">Its own energy in uJ.</param>
/// <param name="AccessesUj">Energy in uJ of the words that it fetched, loaded and stored.</param>
/// <param name="Policy">The policy that it is compared with.</param>
/// <param name="PolicyUj">Energy in uJ of the design under that policy, without the processor.</param>
/// <param name="MoreUj">Energy in uJ of the design under the firmware less that.</param>
/// <param name="MoreBusyMs">Time in ms from a frame's start to its last inference, less that under the policy.</param>
public sealed record CoreSummary(
    string Processor,
    double ClockMhz,
    double InstructionsPerFrame,
    double ActiveShare,
    double StalledShare,
    double SleepingShare,
    double DriverMs,
    double CoreUj,
    double AccessesUj,
    string Policy,
    double? PolicyUj,
    double? MoreUj,
    double? MoreBusyMs)
{
    private const double WordBits = 32;

    /// <summary>The summary of a run; null for a design that no processor runs.</summary>
    internal static CoreSummary? Of(DesignOutcome outcome)
    {
        SimulationResult run = outcome.Workload;
        if (run.Core is not { } core || outcome.Design.Machine is not { ProcessorFigures: { } figures, Processor: { } processor })
            return null;
        double frames = FrameEnergy.Frames(run);
        // The instruction that ends a run counts as a whole, though the run ends within it.
        double cycles = Math.Max(run.Seconds * figures.Clock.Hertz, core.ActiveCycles + core.StalledCycles);
        (double active, double stalled) = (core.ActiveCycles / cycles, core.StalledCycles / cycles);
        double? policy = outcome.Managed is { } managed ? FrameEnergy.Of(managed).Microjoules : null;
        return new CoreSummary(
            processor.Kind,
            figures.Clock.Megahertz,
            core.Instructions / frames,
            active,
            stalled,
            1 - active - stalled,
            (core.ActiveCycles + core.StalledCycles) / figures.Clock.Hertz / frames * 1e3,
            run.Ledger.Where(posting => posting.Component == core.Component).Sum(static posting => posting.Energy.Microjoules) / frames,
            core.Accesses.Sum(accesses => Microjoules(outcome.Design, accesses)) / frames,
            DesignRunner.Policy,
            policy,
            FrameEnergy.Of(run).Microjoules - policy,
            (run.Busy.MeanSeconds - outcome.Managed?.Busy.MeanSeconds) * 1e3);
    }

    private static double Microjoules(PlannedDesign design, CoreAccesses accesses)
    {
        var figures = design.Memories.First(memory => memory.Unit.Name == accesses.Memory).Unit.Figures;
        return WordBits
            * ((accesses.Reads * figures.SustainedReadPerBit.Microjoules) + (accesses.Writes * figures.WritePerBit.Microjoules));
    }
}
