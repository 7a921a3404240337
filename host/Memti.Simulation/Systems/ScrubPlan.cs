namespace Memti.Simulation.Systems;

/// <summary>
/// Scrubs of a non-volatile memory. At each multiple of an interval, or with the next operation of the firmware after it, all contents are
/// read, corrected and rewritten.
/// </summary>
public sealed record ScrubPlan
{
    /// <summary>The interval, above zero.</summary>
    public required TimeSpan Every { get; init; }

    /// <summary>Check bits per data bit that a scrub also reads and writes. Default: 0.</summary>
    public double CheckBitsPerBit { get; init; }

    /// <summary>Energy of checking and encoding per data bit. Default: zero.</summary>
    public Memti.Abstractions.Units.Energy CorrectionPerBit { get; init; }
}
