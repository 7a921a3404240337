using Memti.Abstractions.Units;
using Memti.Simulation.Contents;
using Memti.Simulation.Traces;

namespace Memti.Runs.PowerCuts;

/// <summary>The firmware of a design, which may be run again and again. Not shared between threads.</summary>
internal interface ICutFirmware
{
    /// <summary>Who writes words that no instruction of a core has stored.</summary>
    string OtherWriter { get; }

    /// <summary>What begins when power returns, for the timeline; null where the listener hears of it.</summary>
    string? Beginning { get; }

    /// <summary>The place of an instruction.</summary>
    CutPlace PlaceOf(ulong address);

    /// <summary>A run that has not begun.</summary>
    /// <param name="listener">Hears of it.</param>
    /// <param name="start">When power returns, and what the memories hold; null for the first power-on.</param>
    /// <param name="patience">Longest time at work before it is taken to hang; null for that of the firmware's own kind.</param>
    ICutRun Begin(IMachineListener listener, ColdStart? start, SimTime? patience);
}
