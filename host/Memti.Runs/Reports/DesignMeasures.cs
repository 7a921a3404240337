using Memti.Abstractions.Units;
using Memti.Runs.Planning;
using Memti.Runs.Running;
using Memti.Simulation.Ledger;
using Memti.Simulation.Runs;

namespace Memti.Runs.Reports;

/// <summary>Reads the figures of a design off its runs.</summary>
internal static class DesignMeasures
{
    /// <summary>The figures; saved energies are left out, because they need the other designs.</summary>
    public static DesignFigures Of(DesignOutcome outcome) => new()
    {
        MaxFps = outcome.Peak is { } peak ? peak.Frames.Completed / peak.Seconds : null,
        PowerMw = outcome.Peak is null ? null : PowerAtPeak(outcome.Design, outcome.Peak).Milliwatts,
        WeightMemoryAreaMm2 = WeightArea(outcome.Design),
        EnergyPerFrameMj = FrameEnergy.Of(outcome.Workload).Millijoules,
        FramesMissed = outcome.Workload.Frames.Missed,
        LifetimeYears = outcome.Lifetimes.Min(static life => life.Years),
    };

    private static Power PowerAtPeak(PlannedDesign design, SimulationResult peak)
    {
        Energy idle = Energy.Zero;
        for (int memory = 0; memory < design.Memories.Count; memory++)
            if (!design.Memories[memory].Unit.Figures.OnChip)
                idle += Background(peak, memory + 1) * (1 - Utilisation(peak, design.Memories[memory].Unit.Name));
        return Power.FromWatts((peak.Energy - idle).Joules / peak.Seconds);
    }

    private static Energy Background(SimulationResult run, int component) => run.Ledger
        .Where(posting => posting.Component == component && posting.Cause is (EnergyCause.Leakage or EnergyCause.Refresh))
        .Aggregate(Energy.Zero, static (sum, posting) => sum + posting.Energy);

    /// <summary>Share of time in which a memory transfers at its own rate.</summary>
    private static double Utilisation(SimulationResult run, string memory) => Math.Min(1, run.Transfers
        .Where(transfers => transfers.Memory == memory)
        .Sum(static transfers => (double)transfers.BusyPicoseconds) / (double)run.Picoseconds);

    private static double? WeightArea(PlannedDesign design)
    {
        PlannedMemory[] weights = [.. design.Memories.Where(static memory => memory.IsWeightMemory)];
        return weights.Length == 0 ? null : weights.Sum(static memory => memory.Unit.Figures.Area.SquareMillimetres);
    }
}
