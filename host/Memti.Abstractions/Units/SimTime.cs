using System.Numerics;

namespace Memti.Abstractions.Units;

/// <summary>
/// A point in simulated time or a duration, in whole picoseconds (±106 days). <c>default</c> is zero. Longer horizons also count whole
/// periods.
/// </summary>
public readonly record struct SimTime :
    IComparable<SimTime>,
    IAdditionOperators<SimTime, SimTime, SimTime>,
    ISubtractionOperators<SimTime, SimTime, SimTime>,
    IMultiplyOperators<SimTime, long, SimTime>,
    IComparisonOperators<SimTime, SimTime, bool>
{
    // Integers, because sums of doubles depend on their order: events would tie or swap by rounding.
    private SimTime(long picoseconds) => Picoseconds = picoseconds;

    /// <summary>The start of a run, or a duration of zero.</summary>
    public static SimTime Zero => default;

    /// <summary>The longest time that fits, about 106 days.</summary>
    public static SimTime MaxValue => new(long.MaxValue);

    /// <summary>The time in picoseconds.</summary>
    public long Picoseconds { get; }

    /// <summary>The time in nanoseconds.</summary>
    public double Nanoseconds => Picoseconds * 1e-3;

    /// <summary>The time in microseconds.</summary>
    public double Microseconds => Picoseconds * 1e-6;

    /// <summary>The time in milliseconds.</summary>
    public double Milliseconds => Picoseconds * 1e-9;

    /// <summary>The time in seconds.</summary>
    public double Seconds => Picoseconds * 1e-12;

    /// <summary>Creates a time from whole picoseconds.</summary>
    public static SimTime FromPicoseconds(long value) => new(value);

    /// <summary>Creates a time from nanoseconds, rounded to the nearest picosecond, ties to even.</summary>
    /// <exception cref="OverflowException">The time is beyond ±106 days.</exception>
    public static SimTime FromNanoseconds(double value) => Round(value * 1e3);

    /// <summary>Creates a time from microseconds, rounded to the nearest picosecond, ties to even.</summary>
    /// <exception cref="OverflowException">The time is beyond ±106 days.</exception>
    public static SimTime FromMicroseconds(double value) => Round(value * 1e6);

    /// <summary>Creates a time from milliseconds, rounded to the nearest picosecond, ties to even.</summary>
    /// <exception cref="OverflowException">The time is beyond ±106 days.</exception>
    public static SimTime FromMilliseconds(double value) => Round(value * 1e9);

    /// <summary>Creates a time from seconds, rounded to the nearest picosecond, ties to even.</summary>
    /// <exception cref="OverflowException">The time is beyond ±106 days.</exception>
    public static SimTime FromSeconds(double value) => Round(value * 1e12);

    /// <summary>The later of two times.</summary>
    public static SimTime Max(SimTime left, SimTime right) => left.Picoseconds >= right.Picoseconds ? left : right;

    /// <summary>The earlier of two times.</summary>
    public static SimTime Min(SimTime left, SimTime right) => left.Picoseconds <= right.Picoseconds ? left : right;

    /// <inheritdoc />
    public static SimTime operator +(SimTime left, SimTime right) => new(checked(left.Picoseconds + right.Picoseconds));

    /// <inheritdoc />
    public static SimTime operator -(SimTime left, SimTime right) => new(checked(left.Picoseconds - right.Picoseconds));

    /// <inheritdoc />
    public static SimTime operator *(SimTime left, long right) => new(checked(left.Picoseconds * right));

    /// <inheritdoc />
    public static bool operator <(SimTime left, SimTime right) => left.Picoseconds < right.Picoseconds;

    /// <inheritdoc />
    public static bool operator >(SimTime left, SimTime right) => left.Picoseconds > right.Picoseconds;

    /// <inheritdoc />
    public static bool operator <=(SimTime left, SimTime right) => left.Picoseconds <= right.Picoseconds;

    /// <inheritdoc />
    public static bool operator >=(SimTime left, SimTime right) => left.Picoseconds >= right.Picoseconds;

    /// <inheritdoc />
    public int CompareTo(SimTime other) => Picoseconds.CompareTo(other.Picoseconds);

    private static SimTime Round(double picoseconds) => new(checked((long)Math.Round(picoseconds, MidpointRounding.ToEven)));
}
