using Memti.Abstractions.Units;

namespace Memti.Abstractions.Supplies;

/// <summary>A stretch in which a source gives the same voltage and current.</summary>
/// <param name="Duration">Its length, above zero. <see cref="SimTime.MaxValue"/> for a source that never changes.</param>
/// <param name="Volts">Voltage at the working point in V, zero or more.</param>
/// <param name="Amperes">Current at the working point in A, zero or more.</param>
public readonly record struct SourceStep(SimTime Duration, double Volts, double Amperes)
{
    /// <summary>Power in W.</summary>
    public double Watts => Volts * Amperes;
}
