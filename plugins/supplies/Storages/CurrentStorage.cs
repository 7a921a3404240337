using Memti.Abstractions.Supplies;

namespace Memti.Plugins.Supplies.Storages;

/// <summary>
/// A cell under constant power. Its equations are closed for constant current; the current that delivers the power over a stretch follows
/// from the mean voltage of the stretch, so the energy is exact. Where the voltage moves too much, the stretch is cut.
/// </summary>
internal sealed class CurrentStorage(ICurrentCell cell) : ISupplyStorage
{
    /// <summary>Largest change of the voltage within a piece, relative: the error of the charge is a twelfth of its square.</summary>
    private const double Widest = 3e-4;

    private const double Shortest = 1e-9;
    private const double Longest = 1e5;
    private const double Exact = 1e-12;
    private const double LeastRoom = 1e-9;
    private const int MostRounds = 12;

    public string Summary => cell.Summary;

    public int StateLength => cell.StateLength;

    public void Begin(Span<double> state) => cell.Begin(state);

    public double Joules(ReadOnlySpan<double> state) => cell.Joules(state);

    public double Volts(ReadOnlySpan<double> state, double watts) => At(state, watts).Volts;

    public double SecondsTo(ReadOnlySpan<double> state, double watts, double volts)
    {
        (double present, double amperes) = At(state, watts);
        var crossing = new Crossing(watts, volts, present > volts);
        // A stretch that moves little. While the voltage is still on this side at its end, its end is early enough.
        double near = Math.Clamp(1e-3 * cell.Coulombs / Math.Max(1e-12, Math.Abs(amperes)), 1e-3, Longest);
        if (!IsPast(state, crossing, near))
            return near;
        double far;
        do
        {
            (far, near) = (near, near / 16);
            if (near < Shortest)
                return Shortest;
        }
        while (IsPast(state, crossing, near));
        while (far - near > Exact && far - near > 1e-14 * far)
        {
            double middle = (near + far) / 2;
            (near, far) = IsPast(state, crossing, middle) ? (near, middle) : (middle, far);
        }

        return far;
    }

    public StorageLoss Advance(Span<double> state, double watts, double seconds)
    {
        Span<double> tried = stackalloc double[StateLength];
        (double left, double piece, double lost) = (seconds, seconds, 0);
        while (left > 0)
        {
            piece = Math.Min(piece, left);
            (double volts, double amperes) = At(state, watts);
            double room = watts > 0 ? cell.Room(state) : double.PositiveInfinity;
            if (room <= LeastRoom * cell.Coulombs)
                return new(lost + Rest(state, left), watts * left);
            piece = Math.Min(piece, room / Math.Abs(amperes));
            double loss = Try(state, tried, watts, amperes, piece, out double change);
            if (change > Widest * volts && piece > Shortest)
            {
                piece /= 4;
                continue;
            }

            tried.CopyTo(state);
            (left, lost, piece) = (left - piece, lost + loss, 2 * piece);
        }

        return new(lost, 0);
    }

    private double Rest(Span<double> state, double seconds) => cell.Move(state, 0, seconds).Lost;

    private bool IsPast(ReadOnlySpan<double> state, in Crossing crossing, double seconds)
    {
        Span<double> later = stackalloc double[StateLength];
        state.CopyTo(later);
        Advance(later, crossing.Watts, seconds);
        double volts = At(later, crossing.Watts).Volts;
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
            bool isExact = Math.Abs(next - amperes) <= 1e-15 * Math.Abs(amperes);
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
