using System.Globalization;
using Memti.Abstractions.Supplies;

namespace Memti.Plugins.Supplies.Storages;

/// <summary>A storage that always has enough: a bench supply. What it gave is a negative energy.</summary>
internal sealed class IdealStorage(IdealOptions options) : ISupplyStorage
{
    public string Summary => string.Create(CultureInfo.InvariantCulture, $"ideal, {options.Volts} V");

    public int StateLength => 1;

    public bool IsInexhaustible => true;

    public void Begin(Span<double> state) => state[0] = 0;

    public double Volts(ReadOnlySpan<double> state, double watts) => options.Volts;

    public double Joules(ReadOnlySpan<double> state) => state[0];

    public double SecondsTo(ReadOnlySpan<double> state, double watts, double volts) => double.PositiveInfinity;

    public StorageLoss Advance(Span<double> state, double watts, double seconds)
    {
        state[0] += watts * seconds;
        return default;
    }
}
