using Memti.Abstractions;

namespace Memti.Simulation;

/// <summary>Options of <see cref="DutyCycleFirmware"/>.</summary>
public sealed class DutyCycleOptions
{
    /// <summary>True to keep the contents of volatile memories between frames. Default: false.</summary>
    [Parameter("Keep the contents of memories with a retention state while down", Source = "The published system loses and reloads them.")]
    public bool Retain { get; set; }
}
