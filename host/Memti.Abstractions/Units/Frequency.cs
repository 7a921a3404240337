using System.Numerics;

namespace Memti.Abstractions.Units;

/// <summary>A clock rate, stored in hertz. <c>default</c> is zero.</summary>
public readonly record struct Frequency :
    IComparable<Frequency>,
    IAdditionOperators<Frequency, Frequency, Frequency>,
    ISubtractionOperators<Frequency, Frequency, Frequency>,
    IMultiplyOperators<Frequency, double, Frequency>,
    IDivisionOperators<Frequency, double, Frequency>,
    IComparisonOperators<Frequency, Frequency, bool>
{
    private Frequency(double hertz) => Hertz = hertz;

    /// <summary>Zero.</summary>
    public static Frequency Zero => default;

    /// <summary>The amount in hertz.</summary>
    public double Hertz { get; }

    /// <summary>The same amount in megahertz.</summary>
    public double Megahertz => Hertz * 1e-6;

    /// <summary>The same amount in gigahertz.</summary>
    public double Gigahertz => Hertz * 1e-9;

    /// <summary>Creates an amount from hertz.</summary>
    public static Frequency FromHertz(double value) => new(value);

    /// <summary>Creates an amount from megahertz.</summary>
    public static Frequency FromMegahertz(double value) => new(value * 1e6);

    /// <summary>Creates an amount from gigahertz.</summary>
    public static Frequency FromGigahertz(double value) => new(value * 1e9);

    /// <inheritdoc />
    public static Frequency operator +(Frequency left, Frequency right) => new(left.Hertz + right.Hertz);

    /// <inheritdoc />
    public static Frequency operator -(Frequency left, Frequency right) => new(left.Hertz - right.Hertz);

    /// <inheritdoc />
    public static Frequency operator *(Frequency left, double right) => new(left.Hertz * right);

    /// <inheritdoc />
    public static Frequency operator /(Frequency left, double right) => new(left.Hertz / right);

    /// <summary>Ratio of two amounts; dimensionless.</summary>
    public static double operator /(Frequency left, Frequency right) => left.Hertz / right.Hertz;

    // Cycles are converted once, not per cycle, so that 667 MHz does not drift.
    /// <summary>Duration of <paramref name="cycles"/> at this rate, rounded up to a whole picosecond.</summary>
    public SimTime Cycles(double cycles) => SimTime.FromPicoseconds((long)Math.Ceiling(cycles / Hertz * 1e12));

    /// <inheritdoc />
    public static bool operator <(Frequency left, Frequency right) => left.Hertz < right.Hertz;

    /// <inheritdoc />
    public static bool operator >(Frequency left, Frequency right) => left.Hertz > right.Hertz;

    /// <inheritdoc />
    public static bool operator <=(Frequency left, Frequency right) => left.Hertz <= right.Hertz;

    /// <inheritdoc />
    public static bool operator >=(Frequency left, Frequency right) => left.Hertz >= right.Hertz;

    /// <inheritdoc />
    public int CompareTo(Frequency other) => Hertz.CompareTo(other.Hertz);
}
