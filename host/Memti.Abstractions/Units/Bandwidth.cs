using System.Numerics;

namespace Memti.Abstractions.Units;

/// <summary>A rate of data, stored in bytes per second. <c>default</c> is zero.</summary>
public readonly record struct Bandwidth :
    IComparable<Bandwidth>,
    IAdditionOperators<Bandwidth, Bandwidth, Bandwidth>,
    ISubtractionOperators<Bandwidth, Bandwidth, Bandwidth>,
    IMultiplyOperators<Bandwidth, double, Bandwidth>,
    IDivisionOperators<Bandwidth, double, Bandwidth>,
    IComparisonOperators<Bandwidth, Bandwidth, bool>
{
    private Bandwidth(double bytesPerSecond) => BytesPerSecond = bytesPerSecond;

    /// <summary>Zero.</summary>
    public static Bandwidth Zero => default;

    /// <summary>The amount in bytes per second.</summary>
    public double BytesPerSecond { get; }

    /// <summary>The same amount in decimal gigabytes per second (1e9 byte/s).</summary>
    public double GigabytesPerSecond => BytesPerSecond * 1e-9;

    /// <summary>Creates an amount from bytes per second.</summary>
    public static Bandwidth FromBytesPerSecond(double value) => new(value);

    /// <summary>Creates an amount from decimal gigabytes per second (1e9 byte/s).</summary>
    public static Bandwidth FromGigabytesPerSecond(double value) => new(value * 1e9);

    /// <inheritdoc />
    public static Bandwidth operator +(Bandwidth left, Bandwidth right) => new(left.BytesPerSecond + right.BytesPerSecond);

    /// <inheritdoc />
    public static Bandwidth operator -(Bandwidth left, Bandwidth right) => new(left.BytesPerSecond - right.BytesPerSecond);

    /// <inheritdoc />
    public static Bandwidth operator *(Bandwidth left, double right) => new(left.BytesPerSecond * right);

    /// <inheritdoc />
    public static Bandwidth operator /(Bandwidth left, double right) => new(left.BytesPerSecond / right);

    /// <summary>Ratio of two amounts; dimensionless.</summary>
    public static double operator /(Bandwidth left, Bandwidth right) => left.BytesPerSecond / right.BytesPerSecond;

    /// <summary>Time to move <paramref name="size"/> at this rate, rounded up to a picosecond.</summary>
    public static SimTime operator /(DataSize size, Bandwidth bandwidth) =>
        SimTime.FromPicoseconds((long)Math.Ceiling(size.Bits / 8.0 / bandwidth.BytesPerSecond * 1e12));

    /// <inheritdoc />
    public static bool operator <(Bandwidth left, Bandwidth right) => left.BytesPerSecond < right.BytesPerSecond;

    /// <inheritdoc />
    public static bool operator >(Bandwidth left, Bandwidth right) => left.BytesPerSecond > right.BytesPerSecond;

    /// <inheritdoc />
    public static bool operator <=(Bandwidth left, Bandwidth right) => left.BytesPerSecond <= right.BytesPerSecond;

    /// <inheritdoc />
    public static bool operator >=(Bandwidth left, Bandwidth right) => left.BytesPerSecond >= right.BytesPerSecond;

    /// <inheritdoc />
    public int CompareTo(Bandwidth other) => BytesPerSecond.CompareTo(other.BytesPerSecond);
}
