using System.Globalization;

namespace Memti.Plugins.Supplies.Storages;

/// <summary>
/// Cells in series with an open voltage that falls, and a resistance that grows, linearly with the charge used. A capacitor in parallel
/// carries peaks, so that the cells see the average current. The cells take no charge.
/// </summary>
internal sealed class PrimaryCell : ICurrentCell
{
    private const double CoulombsPerMilliampereHour = 3.6;
    private const int Used = 0;
    private const int Correction = 1;
    private const int ParallelVolts = 2;

    private readonly double _full;
    private readonly double _empty;
    private readonly double _fullOhms;
    private readonly double _emptyOhms;
    private readonly double _farads;

    public PrimaryCell(PrimaryCellOptions options)
    {
        bool isCoin = options.Cell == PrimaryCellKind.Cr2032;
        double capacity = options.CapacityMah ?? (isCoin ? 225 : 2500);
        Coulombs = capacity * CoulombsPerMilliampereHour;
        _full = options.InSeries * (options.FullV ?? (isCoin ? 3.0 : 1.6));
        _empty = options.InSeries * (options.EmptyV ?? (isCoin ? 2.0 : 0.9));
        _fullOhms = options.InSeries * (options.FullOhm ?? (isCoin ? 10 : 0.2));
        _emptyOhms = options.InSeries * (options.EmptyOhm ?? (isCoin ? 100 : 1));
        _farads = options.ParallelUf * 1e-6;
        string parallel = _farads > 0 ? $" with {options.ParallelUf} uF in parallel" : "";
        string name = isCoin ? "CR2032" : "AA";
        Summary = string.Create(CultureInfo.InvariantCulture, $"{options.InSeries} x {name} of {capacity} mAh{parallel}");
    }

    public string Summary { get; }

    public int StateLength => 3;

    public double Coulombs { get; }

    private bool HasParallel => _farads > 0;

    public double Widest => 2e-3;

    public void Begin(Span<double> state)
    {
        state.Clear();
        state[ParallelVolts] = HasParallel ? _full : 0;
    }

    public double Joules(ReadOnlySpan<double> state)
    {
        double s = Charge(state);
        double cells = Coulombs * ((_empty * s) + ((_full - _empty) * s * s / 2));
        return cells + (_farads / 2 * state[ParallelVolts] * state[ParallelVolts]);
    }

    public double Volts(ReadOnlySpan<double> state, double amperes) =>
        HasParallel ? state[ParallelVolts] : Open(Charge(state)) - (amperes * Resistance(Charge(state)));

    public double Ohms(ReadOnlySpan<double> state) => HasParallel ? 0 : Resistance(Charge(state));

    /// <summary>The capacitor alone would carry the load for this long, and the cells only help.</summary>
    public double HoldsFor(ReadOnlySpan<double> state, double load, double volts) =>
        HasParallel ? _farads / 2 * ((state[ParallelVolts] * state[ParallelVolts]) - (volts * volts)) / load : 0;

    public double Room(ReadOnlySpan<double> state) => 0;

    public (double Volts, double Lost) Move(Span<double> state, double amperes, double seconds)
    {
        if (!HasParallel)
            return Direct(state, amperes, seconds);
        double volts = state[ParallelVolts];
        double charge = Charge(state);
        // The cells' own voltage falls with the charge that the stretch takes, which depends on that voltage.
        double taken = 0;
        (double mean, double end, double heat) = (volts, volts, 0);
        for (int round = 0; round < 3; round++)
            (taken, mean, end, heat) = Share(volts, charge, taken / Coulombs, amperes, seconds);
        CompensatedCharge.Add(ref state[Used], ref state[Correction], taken);
        state[ParallelVolts] = end;
        return (mean, heat);
    }

    private (double Volts, double Lost) Direct(Span<double> state, double amperes, double seconds)
    {
        double middle = Charge(state) - (amperes * seconds / Coulombs / 2);
        double ohms = Resistance(middle);
        CompensatedCharge.Add(ref state[Used], ref state[Correction], amperes * seconds);
        return (Open(middle) - (amperes * ohms), amperes * amperes * ohms * seconds);
    }

    /// <summary>A source whose voltage falls linearly behind a resistance, a capacitor and a constant current: a line and an
    /// exponential.</summary>
    private (double Taken, double Mean, double End, double Heat) Share(
        double volts, double charge, double used, double amperes, double seconds)
    {
        double middle = Open(charge - (used / 2));
        double ohms = Math.Max(1e-6, Resistance(charge - (used / 2)));
        double time = ohms * _farads;
        double x = seconds / time;
        double slope = 2 * (Open(charge - used) - middle) / seconds;
        // The voltage that the capacitor nears, behind the cells by the time constant; at the middle and at the end of the stretch.
        double steady = middle - (amperes * ohms) - (slope * time);
        double last = steady + (slope * seconds / 2);
        double start = volts - (steady - (slope * seconds / 2));
        double mean = steady + (start * SmallExponent.MeanDecay(x));
        double end = last + start + (start * SmallExponent.ExpMinusOne(-x));
        double taken = (middle - mean) / ohms * seconds;
        // The square of the cells' current, steady + away exp(-t / RC), integrated.
        double current = amperes + (slope * _farads);
        double away = -start / ohms;
        double heat = ohms * seconds * ((current * current)
            + (2 * current * away * SmallExponent.MeanDecay(x))
            + (away * away * SmallExponent.MeanDecay(2 * x)));
        return (taken, mean, end, heat);
    }

    private double Charge(ReadOnlySpan<double> state) => 1 - ((state[Used] + state[Correction]) / Coulombs);

    private double Open(double charge) => charge <= 0 ? 0 : _empty + ((_full - _empty) * charge);

    private double Resistance(double charge) => _fullOhms + ((_emptyOhms - _fullOhms) * (1 - Math.Max(0, charge)));
}
