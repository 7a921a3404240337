using Memti.Abstractions.Parameters;

namespace Memti.Simulation.Firmware;

/// <summary>Options of <see cref="DutyCycleFirmware"/>.</summary>
public sealed class DutyCycleOptions
{
    /// <summary>True to keep parameters in volatile memories between frames, where they have a retention state. Default: false.</summary>
    [Parameter("Keep parameters in memories with a retention state while down", Source = "The published system loses and reloads them.")]
    public bool Retain { get; set; }

    /// <summary>True to wake only the memories that a frame uses, and to let each sleep when the frame no longer needs it. Default:
    /// false.</summary>
    [Parameter(
        "Let memories sleep that the rest of a frame does not use, while the accelerator works",
        Source = "The published energies count DRAM in full while the chip is on.")]
    public bool SleepUnusedMemories { get; set; }

    /// <summary>True to wake before a frame starts, so that the system is on at its start. Default: false.</summary>
    [Parameter(
        "Wake before the frame, so that the system is on when it starts", Source = "The published system wakes when a frame arrives.")]
    public bool WakeAhead { get; set; }
}
