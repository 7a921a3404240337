namespace Memti.Simulation.Systems;

/// <summary>
/// How a non-volatile memory is kept from fading: everything that it holds is read, corrected and written again at whole multiples of an interval, or
/// with the next operation of the firmware after one.
/// </summary>
public sealed record ScrubPlan
{
    /// <summary>The interval, more than zero.</summary>
    public required TimeSpan Every { get; init; }

    /// <summary>Check bits that are read and written along, for each data bit. Default: 0.</summary>
    public double CheckBitsPerBit { get; init; }

    /// <summary>Energy of checking and encoding, per data bit. Default: 0.</summary>
    public Memti.Abstractions.Units.Energy CorrectionPerBit { get; init; }
}
