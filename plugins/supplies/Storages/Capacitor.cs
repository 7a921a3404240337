using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Supplies;
using Memti.Plugins.Supplies.Codes;

namespace Memti.Plugins.Supplies.Storages;

/// <summary>
/// A capacitor with leakage and series resistance. Under a constant power P the square W of its inner voltage obeys
/// dW/dt = 2 (p - W / R) / C, where p is the power that reaches the inside. Without series resistance p is P and W is an exponential;
/// with it, the time between two values of W is an integral that Gauss's rule takes to the last digits.
/// </summary>
internal sealed class Capacitor : ISupplyStorage
{
    private readonly double _farads;
    private readonly double _leakOhms;
    private readonly double _seriesOhms;
    private readonly double _full;
    private readonly double _start;
    private readonly SeriesCapacitor? _series;

    public Capacitor(CapacitorOptions options)
    {
        CapacitorType type = options.Type;
        _farads = options.CapacitanceUf * 1e-6 * (options.Effective ?? (type == CapacitorType.Mlcc ? 0.75 : 1));
        _leakOhms = (options.LeakageS ?? LeakageOf(type)) / _farads;
        _seriesOhms = (options.SeriesMohm ?? SeriesOf(type)) * 1e-3;
        double full = options.FullV ?? (type == CapacitorType.Supercapacitor ? 3 : 5.5);
        if (options.StartV > full)
            throw new MemtiException(new Diagnostic(
                SupplyCodes.BadSupply,
                string.Create(CultureInfo.InvariantCulture, $"'start_v' is {options.StartV} V; permitted: up to 'full_v', {full} V.")));
        (_full, _start) = (full * full, options.StartV * options.StartV);
        _series = _seriesOhms > 0 ? new(_farads, _leakOhms, _seriesOhms) : null;
        Summary = string.Create(
            CultureInfo.InvariantCulture,
            $"{NameOf(type)} of {options.CapacitanceUf} uF ({_farads * 1e6:0.###} effective), up to {full} V");
    }

    public string Summary { get; }

    public int StateLength => 1;

    private double HalfFarads => _farads / 2;

    public void Begin(Span<double> state) => state[0] = _start;

    public double Volts(ReadOnlySpan<double> state, double watts)
    {
        double inner = Math.Sqrt(state[0]);
        if (_seriesOhms == 0)
            return inner;
        double root = state[0] + (4 * watts * _seriesOhms);
        // Beyond the most that the resistance lets through, the voltage collapses.
        return root < 0 ? 0 : (inner + Math.Sqrt(root)) / 2;
    }

    public double Joules(ReadOnlySpan<double> state) => HalfFarads * state[0];

    public double SecondsTo(ReadOnlySpan<double> state, double watts, double volts)
    {
        double target = volts - (_seriesOhms == 0 ? 0 : watts * _seriesOhms / volts);
        double square = target <= 0 ? 0 : target * target;
        return square > _full ? double.PositiveInfinity
            : _series is { } series ? series.SecondsTo(state[0], watts, square)
            : SecondsTo(state[0], watts, square);
    }

    public StorageLoss Advance(Span<double> state, double watts, double seconds)
    {
        double before = state[0];
        StorageLoss loss = default;
        // At its limit it takes no more than it leaks.
        double toFull = watts <= 0 || before > _full ? double.PositiveInfinity
            : before == _full ? (watts > _full / _leakOhms ? 0 : double.PositiveInfinity)
            : _series is { } timed ? timed.ExactTo(before, watts, _full, seconds) : SecondsTo(before, watts, _full);
        if (toFull > seconds)
            return Move(state, watts, seconds);
        if (toFull > 0)
            loss = Move(state, watts, toFull);
        state[0] = _full;
        double rest = seconds - toFull;
        double leaked = _full / _leakOhms * rest;
        return new(loss.Joules + leaked, loss.Refused + (watts * rest) - leaked);
    }

    private StorageLoss Move(Span<double> state, double watts, double seconds)
    {
        double before = state[0];
        if (_series is { } series)
        {
            state[0] = series.After(before, watts, seconds, out double lost);
            return new(lost, 0);
        }

        double decay = SmallExponent.ExpMinusOne(-2 * seconds / (_leakOhms * _farads));
        double after = before + ((before - (watts * _leakOhms)) * decay);
        if (after < 0)
            // Late events may draw what is no longer there: the rest comes from nowhere, and the balance shows it.
            after = 0;
        state[0] = after;
        return new((watts * seconds) + (HalfFarads * (before - after)), 0);
    }

    /// <summary>The exact time without series resistance.</summary>
    private double SecondsTo(double from, double watts, double to)
    {
        double asymptote = watts * _leakOhms;
        double ratio = (to - from) / (from - asymptote);
        // Between the present value and the asymptote, or never.
        return !(ratio > -1) || ratio >= 0 ? (to == from ? 0 : double.PositiveInfinity)
            : -_leakOhms * HalfFarads * SmallExponent.LogOnePlus(ratio);
    }

    private static double LeakageOf(CapacitorType type) => type switch
    {
        CapacitorType.Mlcc => 97.8,
        CapacitorType.Tantalum => 196,
        _ => 25 * 3 / 55e-6,
    };

    private static double SeriesOf(CapacitorType type) => type switch
    {
        CapacitorType.Mlcc => 0,
        CapacitorType.Tantalum => 1700,
        _ => 17,
    };

    private static string NameOf(CapacitorType type) => type switch
    {
        CapacitorType.Mlcc => "ceramic capacitor",
        CapacitorType.Tantalum => "tantalum capacitor",
        _ => "supercapacitor",
    };
}
