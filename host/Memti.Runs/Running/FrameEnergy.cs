using Memti.Abstractions.Units;
using Memti.Simulation.Runs;

namespace Memti.Runs.Running;

/// <summary>The energy of a run, spread over its frames.</summary>
internal static class FrameEnergy
{
    /// <summary>The frames that the energy is spread over: those that were worked on, late ones included, skipped ones not.</summary>
    public static long Frames(SimulationResult run) => Math.Max(1, run.Frames.Completed);

    /// <summary>Energy per frame that was worked on.</summary>
    public static Energy Of(SimulationResult run) => run.Energy / Frames(run);
}
