namespace Memti.Abstractions.Supplies;

/// <summary>
/// A storage: a capacitor, a battery. Its state is an array of numbers that the host keeps, so one object serves any number of runs.
/// Powers are in W, positive when they charge.
/// </summary>
public interface ISupplyStorage : ISupply
{
    /// <summary>How many numbers the state has, at least 1.</summary>
    int StateLength { get; }

    /// <summary>
    /// True for a storage whose voltage and times do not depend on its state, such as a bench supply. Its numbers are sums then: a period
    /// of the run that is repeated adds to them what it added once. Default: false.
    /// </summary>
    bool IsInexhaustible => false;

    /// <summary>Writes the state at the start of a run.</summary>
    void Begin(Span<double> state);

    /// <summary>Voltage at the terminals in V while a power flows; 0 when the storage cannot give it.</summary>
    double Volts(ReadOnlySpan<double> state, double watts);

    /// <summary>Energy that is stored, in J: what all flows add up to, losses included.</summary>
    double Joules(ReadOnlySpan<double> state);

    /// <summary>The time until the terminals reach a voltage under a constant power, in s.</summary>
    /// <param name="state">The present state.</param>
    /// <param name="watts">The power.</param>
    /// <param name="volts">The voltage, on either side of the present one.</param>
    /// <returns>
    /// The exact time, infinity for never, or any earlier time above zero, after which the host asks again: an estimate must not be late.
    /// </returns>
    double SecondsTo(ReadOnlySpan<double> state, double watts, double volts);

    /// <summary>Moves the state over a stretch of constant power.</summary>
    /// <param name="state">The state, replaced.</param>
    /// <param name="watts">The power.</param>
    /// <param name="seconds">The length of the stretch in s, above zero.</param>
    /// <returns>What of the energy was lost or not taken.</returns>
    StorageLoss Advance(Span<double> state, double watts, double seconds);
}
