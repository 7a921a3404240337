using Memti.Abstractions.Supplies;

namespace HelloSupply;

/// <summary>A storage without losses whose voltage rises with its energy, from half of the full voltage. It starts full.</summary>
/// <param name="options">Options from the scenario.</param>
public sealed class LinearStorage(LinearStorageOptions options) : ISupplyStorage
{
    /// <inheritdoc />
    public string Summary => FormattableString.Invariant($"linear storage of {options.FullJ} J, up to {options.FullV} V");

    /// <summary>One number: the energy in J.</summary>
    public int StateLength => 1;

    /// <inheritdoc />
    public void Begin(Span<double> state) => state[0] = options.FullJ;

    /// <inheritdoc />
    public double Joules(ReadOnlySpan<double> state) => state[0];

    /// <inheritdoc />
    public double Volts(ReadOnlySpan<double> state, double watts) => options.FullV * (1 + state[0] / options.FullJ) / 2;

    /// <summary>The voltage is a line over the energy, and the energy one over the time: a quotient.</summary>
    public double SecondsTo(ReadOnlySpan<double> state, double watts, double volts)
    {
        double seconds = ((2 * volts / options.FullV - 1) * options.FullJ - state[0]) / watts;
        return volts <= options.FullV && seconds > 0 ? seconds : double.PositiveInfinity;
    }

    /// <inheritdoc />
    public StorageLoss Advance(Span<double> state, double watts, double seconds)
    {
        double after = state[0] + watts * seconds;
        state[0] = Math.Min(after, options.FullJ);
        return new StorageLoss(Joules: 0, Refused: after - state[0]);
    }
}
