namespace Memti.Plugins.Supplies.Storages;

/// <summary>
/// A capacitor behind a resistance, under constant power at its terminals. The square W of the inner voltage moves at 2 f(W) / C, where
/// f is the inner power less the leakage: the time from one W to another is the integral of C / (2 f). Newton's steps on that integral
/// give W after a time.
/// </summary>
internal sealed class SeriesCapacitor(double farads, double leakOhms, double seriesOhms)
{
    /// <summary>Largest change of W within one integral, relative to W: Gauss's rule of five points is then exact to 1e-13.</summary>
    private const double Widest = 0.1;

    /// <summary>W at which the inside counts as empty: a millivolt.</summary>
    private const double Empty = 1e-6;

    /// <summary>Change of W, and of its flow, relative to them, up to which Gauss's rule of two points is exact to 1e-15.</summary>
    private const double Narrow = 1e-3;

    /// <summary>A step of Newton's, relative to W, after which the next would change nothing: its error is of the square.</summary>
    private const double LastStep = 1e-8;

    private static readonly double[] Nodes = [0, 0.5384693101056831, -0.5384693101056831, 0.9061798459386640, -0.9061798459386640];
    private static readonly double[] Weights =
        [0.5688888888888889, 0.4786286704993665, 0.4786286704993665, 0.2369268850561891, 0.2369268850561891];

    private static readonly double[] NarrowNodes = [0.5773502691896257, -0.5773502691896257];
    private static readonly double[] NarrowWeights = [1, 1];

    private readonly double _half = farads / 2;

    /// <summary>A time before which W does not reach a value, near the exact one; infinity for never.</summary>
    public double SecondsTo(double from, double watts, double to)
    {
        // Below four times the power that the resistance would take at the inner voltage, the terminals collapse.
        to = watts < 0 ? Math.Max(to, -4 * watts * seriesOhms) : to;
        if (to == from)
            return 0;
        if (to < from)
            return Flow(from, watts) < 0 ? _half * (from - to) / (Math.Abs(Inner(to, watts)) + (from / leakOhms)) : double.PositiveInfinity;
        // A rising flow into the inside is greatest at the end, its leakage least at the start.
        double start = Math.Max(from, Empty);
        return watts > 0 && Flow(start, watts) > 0 && Flow(to, watts) > 0
            ? _half * (to - start) / (Inner(to, watts) - (start / leakOhms))
            : double.PositiveInfinity;
    }

    /// <summary>The time to a value, exact where it is within some seconds.</summary>
    public double ExactTo(double from, double watts, double to, double within)
    {
        double sum = from < Empty ? farads * (Math.Sqrt(Empty) - Math.Sqrt(from)) / Math.Sqrt(watts / seriesOhms) : 0;
        double at = Math.Max(from, Empty);
        while (sum <= within)
        {
            double next = Math.Min(to, at * (1 + Widest));
            if (!(Flow(at, watts) > 0) || !(Flow(next, watts) > 0))
                return double.PositiveInfinity;
            sum += Integral(at, next, watts, isNarrow: false, out _);
            at = next;
            if (at >= to)
                return sum;
        }

        return double.PositiveInfinity;
    }

    /// <summary>W after a time.</summary>
    /// <param name="from">W at its start.</param>
    /// <param name="watts">Power at the terminals.</param>
    /// <param name="seconds">The time.</param>
    /// <param name="lost">Energy that leaked or heated the resistance, in J.</param>
    public double After(double from, double watts, double seconds, out double lost)
    {
        (double at, double left) = (from, seconds);
        lost = 0;
        if (at < Empty && watts > 0)
            at = Escape(at, watts, ref left, out lost);
        while (left > 0)
        {
            double flow = Flow(at, watts);
            // Widest pieces first; at rest, or where the inner voltage collapses, the rest is one piece.
            double piece = Math.Min(left, Math.Abs(Widest * Math.Max(at, 1e-9) * _half / flow) / 2);
            if (!(piece > 0))
                piece = left;
            at = Piece(at, watts, piece, flow, out double losses);
            lost += losses;
            left -= piece;
        }

        return at;
    }

    /// <summary>From empty, all power falls off at the resistance: its current is constant until there is a voltage.</summary>
    private double Escape(double from, double watts, ref double left, out double lost)
    {
        double current = Math.Sqrt(watts / seriesOhms);
        double needed = farads * (Math.Sqrt(Empty) - Math.Sqrt(from)) / current;
        double volts = Math.Sqrt(from) + (current * Math.Min(left, needed) / farads);
        double to = left >= needed ? Empty : volts * volts;
        lost = (watts * Math.Min(left, needed)) - (_half * (to - from));
        left = Math.Max(0, left - needed);
        return to;
    }

    private double Piece(double from, double watts, double seconds, double flow, out double lost)
    {
        double to = Math.Max(0, from + (flow * seconds / _half));
        lost = Losses(from, watts) * seconds;
        for (int round = 0; round < 8 && to != from; round++)
        {
            double there = Flow(to, watts);
            if (!(there * flow > 0))
                break;
            bool isNarrow = Math.Abs(to - from) <= Narrow * from && Math.Abs(there - flow) <= Narrow * Math.Abs(flow);
            double late = Integral(from, to, watts, isNarrow, out lost) - seconds;
            double step = late * there / _half;
            lost -= late * Losses(to, watts);
            to = Math.Max(0, to - step);
            if (Math.Abs(step) <= (isNarrow ? LastStep : 1e-15) * to)
                break;
        }

        return to;
    }

    /// <summary>Time from one W to another, and what is lost in it.</summary>
    private double Integral(double from, double to, double watts, bool isNarrow, out double lost)
    {
        (double[] nodes, double[] weights) = isNarrow ? (NarrowNodes, NarrowWeights) : (Nodes, Weights);
        double middle = (from + to) / 2;
        double reach = (to - from) / 2;
        (double time, lost) = (0, 0);
        for (int node = 0; node < nodes.Length; node++)
        {
            double at = middle + (reach * nodes[node]);
            double inner = Math.Sqrt(at);
            double current = Current(at, inner, watts);
            double leaked = at / leakOhms;
            double weight = weights[node] * reach * _half / ((current * inner) - leaked);
            time += weight;
            lost += weight * ((current * current * seriesOhms) + leaked);
        }

        return time;
    }

    /// <summary>Power that the inside gains; not a number when the resistance does not let that much through.</summary>
    private double Flow(double square, double watts) => Inner(square, watts) - (square / leakOhms);

    /// <summary>Power into the inside.</summary>
    private double Inner(double square, double watts)
    {
        double inner = Math.Sqrt(square);
        return Current(square, inner, watts) * inner;
    }

    private double Losses(double square, double watts)
    {
        double current = Current(square, Math.Sqrt(square), watts);
        return (current * current * seriesOhms) + (square / leakOhms);
    }

    private double Current(double square, double inner, double watts) =>
        watts == 0 ? 0 : 2 * watts / (inner + Math.Sqrt(square + (4 * watts * seriesOhms)));
}
