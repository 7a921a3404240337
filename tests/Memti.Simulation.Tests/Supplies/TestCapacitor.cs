using Memti.Abstractions.Supplies;

namespace Memti.Simulation.Tests.Supplies;

/// <summary>A capacitor without losses.</summary>
internal sealed class TestCapacitor(double farads, double start, double full = 100) : ISupplyStorage
{
    public string Summary => "test capacitor";

    public int StateLength => 1;

    public void Begin(Span<double> state) => state[0] = start * start;

    public double Volts(ReadOnlySpan<double> state, double watts) => Math.Sqrt(state[0]);

    public double Joules(ReadOnlySpan<double> state) => farads / 2 * state[0];

    public double SecondsTo(ReadOnlySpan<double> state, double watts, double volts)
    {
        double seconds = farads / 2 * ((volts * volts) - state[0]) / watts;
        return volts <= full && seconds > 0 ? seconds : double.PositiveInfinity;
    }

    public StorageLoss Advance(Span<double> state, double watts, double seconds)
    {
        double after = state[0] + (2 * watts * seconds / farads);
        state[0] = Math.Min(after, full * full);
        return new(0, farads / 2 * (after - state[0]));
    }
}
