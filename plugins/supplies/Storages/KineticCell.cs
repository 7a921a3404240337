using System.Globalization;

namespace Memti.Plugins.Supplies.Storages;

/// <summary>
/// The hybrid kinetic model: an available and an unavailable charge, an open voltage over the effective state of charge, a series
/// resistance and two transients. Resistances are those at the middle of a stretch.
/// </summary>
internal sealed class KineticCell : ICurrentCell
{
    private const double CoulombsPerMilliampereHour = 3.6;

    // Places in the state: charge used and its correction, unavailable charge, the voltages of the transients.
    private const int Used = 0;
    private const int Correction = 1;
    private const int Unavailable = 2;
    private const int ShortVolts = 3;
    private const int LongVolts = 4;

    private readonly KineticConstants _constants;
    private readonly double _leakOhms;
    private readonly double _start;

    public KineticCell(BatteryOptions options, KineticConstants constants, string name)
    {
        _constants = constants;
        Coulombs = options.CapacityMah * CoulombsPerMilliampereHour;
        _leakOhms = constants.LeakOhmsPerMah / options.CapacityMah;
        _start = Coulombs * (1 - options.StartCharge);
        Summary = string.Create(CultureInfo.InvariantCulture, $"{name}, {options.CapacityMah} mAh");
    }

    public string Summary { get; }

    public int StateLength => 5;

    public double Coulombs { get; }

    public double Widest => 3e-4;

    public void Begin(Span<double> state)
    {
        state.Clear();
        state[Used] = _start;
    }

    public double Joules(ReadOnlySpan<double> state)
    {
        double[] a = _constants.OpenCircuit;
        double s = Charge(state);
        double integral = (a[0] / a[1] * -SmallExponent.ExpMinusOne(-a[1] * s))
            + (s * (a[2] + (s * ((a[3] / 2) + (s * ((-a[4] / 3) + (s * a[5] / 4)))))));
        return Coulombs * integral;
    }

    /// <summary>Voltage of the cell; 0 when more than the available charge is gone, where the constants end.</summary>
    public double Volts(ReadOnlySpan<double> state, double amperes)
    {
        double effective = Charge(state) - (state[Unavailable] / Coulombs);
        if (effective < 0)
            return 0;
        return Form(_constants.OpenCircuit, effective) - (amperes * Form(_constants.Series, effective))
            - state[ShortVolts] - state[LongVolts];
    }

    public double Ohms(ReadOnlySpan<double> state) =>
        Form(_constants.Series, Math.Max(0, Charge(state) - (state[Unavailable] / Coulombs)));

    public double HoldsFor(ReadOnlySpan<double> state, double load, double volts) => 0;

    public double Room(ReadOnlySpan<double> state) => Math.Max(0, state[Used] + state[Correction]);

    public (double Volts, double Lost) Move(Span<double> state, double amperes, double seconds)
    {
        double charge = Charge(state);
        double unavailable = state[Unavailable];
        double leak = Form(_constants.OpenCircuit, charge) / _leakOhms;
        double drop = (amperes + leak) * seconds / Coulombs;
        (double middle, double end) = (Rest(unavailable, amperes, seconds / 2), Rest(unavailable, amperes, seconds));
        double before = Math.Max(0, charge - (unavailable / Coulombs));
        double between = Math.Max(0, charge - (drop / 2) - (middle / Coulombs));
        double after = Math.Max(0, charge - drop - (end / Coulombs));
        double shortMean = Transient(ref state[ShortVolts], _constants.ShortOhms, _constants.ShortFarads, between, amperes, seconds);
        double longMean = Transient(ref state[LongVolts], _constants.LongOhms, _constants.LongFarads, between, amperes, seconds);
        double[] open = _constants.OpenCircuit;
        double mean = Simpson(Form(open, before), Form(open, between), Form(open, after))
            - (amperes * Form(_constants.Series, between)) - shortMean - longMean;
        // What the charge was worth, less what came out: resistances, transients, leakage, and charge that could not follow.
        double worth = Simpson(Form(open, charge), Form(open, charge - (drop / 2)), Form(open, charge - drop));
        CompensatedCharge.Add(ref state[Used], ref state[Correction], (amperes + leak) * seconds);
        state[Unavailable] = end;
        return (mean, (((amperes + leak) * worth) - (amperes * mean)) * seconds);
    }

    /// <summary>Unavailable charge after a time of constant current.</summary>
    private double Rest(double unavailable, double amperes, double seconds)
    {
        double decayed = SmallExponent.ExpMinusOne(-_constants.Rate * seconds);
        double grown = (1 - _constants.Available) / _constants.Available * amperes * -decayed / _constants.Rate;
        return unavailable + (unavailable * decayed) + grown;
    }

    private static double Transient(ref double volts, double[] ohms, double[] farads, double charge, double amperes, double seconds)
    {
        double resistance = Decay(ohms, charge);
        double x = seconds / (resistance * Decay(farads, charge));
        double final = resistance * amperes;
        double mean = final + ((volts - final) * SmallExponent.MeanDecay(x));
        volts += (volts - final) * SmallExponent.ExpMinusOne(-x);
        return mean;
    }

    private double Charge(ReadOnlySpan<double> state) => 1 - ((state[Used] + state[Correction]) / Coulombs);

    private static double Form(double[] a, double s) =>
        (a[0] * Math.Exp(-a[1] * s)) + a[2] + (s * (a[3] + (s * (-a[4] + (s * a[5])))));

    private static double Decay(double[] b, double s) => (b[0] * Math.Exp(-b[1] * s)) + b[2];

    private static double Simpson(double start, double middle, double end) => (start + (4 * middle) + end) / 6;
}
