using System.Globalization;
using Memti.Abstractions.Supplies;

namespace Memti.Plugins.Supplies.Storages;

/// <summary>A store of energy at one voltage, which ends at once when it is empty.</summary>
internal sealed class NominalBattery(BatteryOptions options) : ISupplyStorage
{
    private const double CoulombsPerMilliampereHour = 3.6;

    private readonly double _full = options.CapacityMah * CoulombsPerMilliampereHour * options.NominalV;

    public string Summary =>
        string.Create(CultureInfo.InvariantCulture, $"nominal battery, {options.CapacityMah} mAh at {options.NominalV} V");

    public int StateLength => 1;

    public void Begin(Span<double> state) => state[0] = _full * options.StartCharge;

    public double Volts(ReadOnlySpan<double> state, double watts) => state[0] > _full * 1e-12 ? options.NominalV : 0;

    public double Joules(ReadOnlySpan<double> state) => state[0];

    public double SecondsTo(ReadOnlySpan<double> state, double watts, double volts)
    {
        bool isEmpty = Volts(state, watts) == 0;
        // Its voltage has two values: what lies between is reached when it steps.
        if (volts > options.NominalV || (isEmpty ? watts <= 0 : watts >= 0))
            return double.PositiveInfinity;
        return isEmpty ? (_full * 1.1e-12) / watts : state[0] / -watts;
    }

    public StorageLoss Advance(Span<double> state, double watts, double seconds)
    {
        double after = state[0] + (watts * seconds);
        state[0] = Math.Clamp(after, 0, _full);
        return after > _full ? new(0, after - _full) : default;
    }
}
