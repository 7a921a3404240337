using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Supplies;
using Memti.Abstractions.Units;
using Memti.Simulation.Codes;
using Memti.Simulation.Kernel;

namespace Memti.Simulation.Supplies;

/// <summary>The parts of a supply at work: the state of the storage, the step of the source, and where the energy goes.</summary>
internal sealed class SupplyChain
{
    // For the life of a storage: a century and more is for ever, and its end is found to a millisecond.
    private const double Forever = 1e10;
    private const double LastStep = 1e-3;

    private readonly SupplySystem _system;
    private readonly ISupplyStorage _storage;
    private readonly double[] _state;
    private readonly double[] _marked;
    private readonly bool _isSummed;
    private readonly double[] _borders;
    private SourceStep _step;
    private double _charged;
    private long _index;
    private double _cellVolts;
    private double _low;
    private double _high = double.PositiveInfinity;

    public SupplyChain(SupplySystem system)
    {
        (_system, _storage) = (system, system.Storage);
        (_state, _marked) = (new double[_storage.StateLength], new double[_storage.StateLength]);
        _isSummed = _storage.IsInexhaustible;
        _borders = [.. system.Regulator?.Borders ?? []];
        Rail = system.RailVolts is { } nominal ? new(nominal) : null;
        _storage.Begin(_state);
        Started = Finite(_storage.Joules(_state), "an energy of");
        Enter(0);
        Settle(Volts(0, isOn: false), 0, isOn: false);
    }

    public SupplyFlows Flows { get; } = new();

    /// <summary>The rail of components on the voltage of the storage; null behind a regulator.</summary>
    public VoltageRail? Rail { get; }

    /// <summary>Energy in the storage at the start, in J.</summary>
    public double Started { get; }

    /// <summary>Energy in the storage now, in J.</summary>
    public double Stored => Finite(_storage.Joules(_state), "an energy of");

    /// <summary>Length of the present step of the source; <see cref="SimTime.MaxValue"/> for one without an end.</summary>
    public SimTime StepLength => _step.Duration;

    /// <summary>Numbers of <see cref="WriteState"/>.</summary>
    public int StateLength => _state.Length + 2;

    /// <summary>Goes on to the next step of the source.</summary>
    public void NextStep() => Enter(_system.Source is { } source && _index + 1 < source.Steps ? _index + 1 : 0);

    /// <summary>Voltage of the storage while the device draws a power.</summary>
    public double Volts(double load, bool isOn) => Finite(_storage.Volts(_state, Net(load, isOn)), "a voltage of");

    /// <summary>Time until the storage has a voltage, in s; infinity for never.</summary>
    public double SecondsTo(double volts, double load, bool isOn)
    {
        double seconds = _storage.SecondsTo(_state, Net(load, isOn), volts);
        return seconds >= 0 ? seconds : throw Bad(_storage.Summary, "a time of", seconds);
    }

    /// <summary>Time until the efficiency of the regulator, or the power of the rail, changes with the voltage, in s; infinity for
    /// never.</summary>
    /// <param name="volts">The present voltage.</param>
    /// <param name="load">Power in W that the device draws.</param>
    public double SecondsToBorder(double volts, double load)
    {
        if (Rail is { } rail)
        {
            (double below, double above) = (rail.LeaveBelow(volts), rail.LeaveAbove(volts));
            if (volts <= below || volts >= above)
                return 0;
            double fallen = below > 0 ? SecondsTo(below, load, isOn: true) : double.PositiveInfinity;
            return Math.Min(fallen, SecondsTo(above, load, isOn: true));
        }

        double seconds = double.PositiveInfinity;
        if (_low > 0)
            seconds = SecondsTo(_low, load, isOn: true);
        return _high < double.PositiveInfinity ? Math.Min(seconds, SecondsTo(_high, load, isOn: true)) : seconds;
    }

    /// <summary>Takes the cell of the regulator's efficiency for a voltage, while the device draws a power.</summary>
    public void Settle(double volts, double load, bool isOn)
    {
        // The event of a crossing comes at the border itself: where the voltage goes decides on which side it is.
        double reached = volts * (Net(load, isOn) < 0 ? 1 - 1e-9 : 1 + 1e-9);
        Rail?.Settle(reached);
        if (_borders.Length == 0)
            return;
        int above = 0;
        while (above < _borders.Length && _borders[above] <= reached)
            above++;
        _low = above == 0 ? 0 : _borders[above - 1];
        _high = above == _borders.Length ? double.PositiveInfinity : _borders[above];
        _cellVolts = above == 0 ? _high / 2 : double.IsPositiveInfinity(_high) ? _low * 1.01 : (_low + _high) / 2;
    }

    /// <summary>The device drew a power for some time.</summary>
    public void Pass(double load, bool isOn, double seconds)
    {
        double drawn = DrawnFor(load);
        double quiescent = isOn ? _system.Quiescent.Watts : 0;
        StorageLoss loss = _storage.Advance(_state, _charged - drawn - quiescent, seconds);
        if (!double.IsFinite(loss.Joules + loss.Refused))
            throw Bad(_storage.Summary, "losses of", loss.Joules + loss.Refused);
        Flows.Add(new(seconds, _step.Watts, _charged, drawn, quiescent, load, loss));
    }

    /// <summary>Time for which the storage would last under a mean power, in s; infinity for ever.</summary>
    /// <param name="volts">The voltage at which it ends.</param>
    /// <param name="net">The power in W, negative when it discharges.</param>
    public double SecondsUntil(double volts, double net)
    {
        if (net >= 0)
            return double.PositiveInfinity;
        double[] before = [.. _state];
        double[] after = [.. _state];
        double reached = _storage.Volts(before, net);
        // The storage may answer early, and never answers late.
        (double passed, double step) = (0, Math.Max(LastStep, _storage.SecondsTo(before, net, volts)));
        while (reached > volts && passed < Forever && double.IsFinite(step))
        {
            before.CopyTo(after, 0);
            _storage.Advance(after, net, step);
            double next = _storage.Volts(after, net);
            if (next <= volts && step > LastStep)
            {
                step /= 4;
                continue;
            }

            after.CopyTo(before, 0);
            passed += step;
            // Half of the way on the line through both voltages: where a cell is nearly empty, a step too far costs many small ones.
            double way = next < reached ? (next - volts) / (reached - next) / 2 : 2;
            (reached, step) = (next, Math.Max(LastStep, step * Math.Min(2, way)));
        }

        if (!double.IsFinite(step))
            return step;
        return passed < Forever ? passed : double.PositiveInfinity;
    }

    /// <summary>A period begins.</summary>
    public void Mark()
    {
        Flows.Mark();
        _state.CopyTo(_marked, 0);
    }

    /// <summary>The period is repeated.</summary>
    public void Repeat(long times)
    {
        Flows.Repeat(times);
        // Other storages are at the end of a period what they were at its start.
        for (int place = 0; _isSummed && place < _state.Length; place++)
            _state[place] += (_state[place] - _marked[place]) * times;
    }

    public void WriteState(ref StateWriter state)
    {
        foreach (double number in _state)
            state.Write(_isSummed ? 0 : BitConverter.DoubleToInt64Bits(number));
        state.Write(_index);
        state.Write(Rail?.Cell ?? 0);
    }

    private void Enter(long index)
    {
        _index = index;
        _step = _system.Source?.StepAt(index) ?? new(SimTime.MaxValue, 0, 0);
        double watts = _step.Watts;
        if (!(watts >= 0 && double.IsFinite(watts) && _step.Duration > SimTime.Zero))
            throw Bad(_system.Source!.Summary, "in a step a power of", watts);
        _charged = _system.Charger is { } charger && watts > 0
            ? watts * Efficiency(charger, charger.OfInput(_step.Volts, watts), least: 0)
            : watts;
    }

    private double Net(double load, bool isOn) => _charged - DrawnFor(load) - (isOn ? _system.Quiescent.Watts : 0);

    private double DrawnFor(double load) => _system.Regulator is { } regulator && load > 0
        ? load / Efficiency(regulator, regulator.OfOutput(_cellVolts, load), least: 1e-6)
        : load;

    private static double Efficiency(ISupplyConverter converter, double efficiency, double least) =>
        efficiency >= least && efficiency <= 1 ? efficiency : throw Bad(converter.Summary, "an efficiency of", efficiency);

    private double Finite(double value, string figure) => double.IsFinite(value) ? value : throw Bad(_storage.Summary, figure, value);

    private static MemtiException Bad(string part, string figure, double value) => new(new Diagnostic(
        SimulationCodes.BadSupplyFigure,
        string.Create(CultureInfo.InvariantCulture, $"the supply '{part}' has {figure} {value}; permitted: what can be.")));
}
