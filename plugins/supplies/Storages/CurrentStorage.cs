using Memti.Abstractions.Supplies;

namespace Memti.Plugins.Supplies.Storages;

/// <summary>
/// A cell under constant power. Its equations are closed for constant current; the current that delivers the power over a stretch follows
/// from the mean voltage of the stretch, so the energy is exact. Where the voltage moves too much, the stretch is cut.
/// </summary>
internal sealed class CurrentStorage(ICurrentCell cell) : ISupplyStorage
{
    private const double Shortest = 1e-9;
    private const double Longest = 1e5;
    private const double Exact = 1e-12;
    private const double LeastRoom = 1e-9;
    private const int MostRounds = 12;
    private const int MostPieces = 48;

    /// <summary>A time that is worth an early answer: longer than most of what a device does.</summary>
    private const double LongEnough = 5e-3;

    /// <summary>Below it, no device runs, and the voltage may move faster.</summary>
    private const double LeastVolts = 0.5;

    public string Summary => cell.Summary;

    public int StateLength => cell.StateLength;

    public void Begin(Span<double> state) => cell.Begin(state);

    public double Joules(ReadOnlySpan<double> state) => cell.Joules(state);

    public double Volts(ReadOnlySpan<double> state, double watts) => At(state, watts).Volts;

    public double SecondsTo(ReadOnlySpan<double> state, double watts, double volts)
    {
        Span<double> present = stackalloc double[StateLength];
        Span<double> tried = stackalloc double[StateLength];
        state.CopyTo(present);
        (double start, double amperes) = At(present, watts);
        var crossing = new Crossing(watts, volts, start > volts);
        if (crossing.IsFall && watts < 0 && cell.HoldsFor(state, -watts, volts) is >= LongEnough and double held && double.IsFinite(held))
            return held;
        // Some pieces on the way are an early answer; the crossing itself is found within its piece.
        double far = Math.Clamp(1e-3 * cell.Coulombs / Math.Max(1e-12, Math.Abs(amperes)), 1e-3, Longest);
        (double passed, double piece) = (0, far);
        for (int pieces = 0; pieces < MostPieces && passed < far; pieces++)
        {
            piece = Fit(present, tried, watts, Math.Min(piece, far - passed), out _);
            if (IsPast(tried, crossing))
                return passed + Within(present, tried, crossing, piece);
            tried.CopyTo(present);
            (passed, piece) = (passed + piece, 2 * piece);
        }

        return passed;
    }

    public StorageLoss Advance(Span<double> state, double watts, double seconds)
    {
        Span<double> tried = stackalloc double[StateLength];
        (double left, double piece, double lost) = (seconds, seconds, 0);
        while (left > 0)
        {
            (double volts, double amperes) = At(state, watts);
            // One that has collapsed gives nothing, and the device loses power at this very moment.
            if (volts <= 0)
                return new(lost + Rest(state, left), 0);
            double room = watts > 0 ? cell.Room(state) : double.PositiveInfinity;
            if (room <= LeastRoom * cell.Coulombs)
                return new(lost + Rest(state, left), watts * left);
            piece = Fit(state, tried, watts, Math.Min(Math.Min(piece, left), room / Math.Abs(amperes)), out double loss);
            tried.CopyTo(state);
            (left, lost, piece) = (left - piece, lost + loss, 2 * piece);
        }

        return new(lost, 0);
    }

    /// <summary>The longest piece up to a length in which the voltage moves little, and the state at its end.</summary>
    private double Fit(ReadOnlySpan<double> state, Span<double> tried, double watts, double longest, out double lost)
    {
        (double volts, double amperes) = At(state, watts);
        double piece = longest;
        lost = Try(state, tried, watts, amperes, piece, out double change);
        while (change > cell.Widest * Math.Max(volts, LeastVolts) && piece > Shortest)
        {
            piece /= 4;
            lost = Try(state, tried, watts, amperes, piece, out change);
        }

        return piece;
    }

    /// <summary>The moment of a crossing within a piece.</summary>
    private double Within(ReadOnlySpan<double> state, Span<double> tried, in Crossing crossing, double piece)
    {
        double amperes = At(state, crossing.Watts).Amperes;
        (double near, double far) = (0, piece);
        while (far - near > Exact && far - near > 1e-14 * far)
        {
            double middle = (near + far) / 2;
            Try(state, tried, crossing.Watts, amperes, middle, out _);
            (near, far) = IsPast(tried, crossing) ? (near, middle) : (middle, far);
        }

        return far;
    }

    private double Rest(Span<double> state, double seconds) => cell.Move(state, 0, seconds).Lost;

    private bool IsPast(ReadOnlySpan<double> state, in Crossing crossing)
    {
        double volts = At(state, crossing.Watts).Volts;
        return crossing.IsFall ? volts <= crossing.Volts : volts >= crossing.Volts;
    }

    /// <summary>A piece of constant current whose energy is that of the power.</summary>
    private double Try(ReadOnlySpan<double> state, Span<double> tried, double watts, double amperes, double seconds, out double change)
    {
        double lost = 0;
        double start = cell.Volts(state, amperes);
        for (int round = 0; round < MostRounds; round++)
        {
            state.CopyTo(tried);
            (double mean, lost) = cell.Move(tried, amperes, seconds);
            double next = mean > 0 ? -watts / mean : amperes;
            bool isExact = Math.Abs(next - amperes) <= 1e-13 * Math.Abs(amperes);
            amperes = next;
            if (isExact)
                break;
        }

        change = Math.Abs(cell.Volts(tried, amperes) - start);
        return lost;
    }

    /// <summary>Voltage and current that give a power at present: the larger voltage of the two that would.</summary>
    private (double Volts, double Amperes) At(ReadOnlySpan<double> state, double watts)
    {
        double open = cell.Volts(state, 0);
        double ohms = cell.Ohms(state);
        double root = (open * open) + (4 * watts * ohms);
        if (open <= 0 || root < 0)
            return (0, ohms > 0 ? Math.Max(0, open) / (2 * ohms) : 0);
        double volts = (open + Math.Sqrt(root)) / 2;
        return (volts, -watts / volts);
    }

    /// <summary>A voltage to be reached under a power, from above or from below.</summary>
    private readonly record struct Crossing(double Watts, double Volts, bool IsFall);
}
