using System.Numerics;

namespace Memti.Abstractions.Units;

/// <summary>A rate of energy, stored in watts. <c>default</c> is zero.</summary>
public readonly record struct Power :
    IComparable<Power>,
    IAdditionOperators<Power, Power, Power>,
    ISubtractionOperators<Power, Power, Power>,
    IMultiplyOperators<Power, double, Power>,
    IDivisionOperators<Power, double, Power>,
    IComparisonOperators<Power, Power, bool>
{
    private Power(double watts) => Watts = watts;

    /// <summary>Zero.</summary>
    public static Power Zero => default;

    /// <summary>The amount in watts.</summary>
    public double Watts { get; }

    /// <summary>The same amount in milliwatts.</summary>
    public double Milliwatts => Watts * 1e3;

    /// <summary>The same amount in microwatts.</summary>
    public double Microwatts => Watts * 1e6;

    /// <summary>The same amount in nanowatts.</summary>
    public double Nanowatts => Watts * 1e9;

    /// <summary>Creates an amount from watts.</summary>
    public static Power FromWatts(double value) => new(value);

    /// <summary>Creates an amount from milliwatts.</summary>
    public static Power FromMilliwatts(double value) => new(value * 1e-3);

    /// <summary>Creates an amount from microwatts.</summary>
    public static Power FromMicrowatts(double value) => new(value * 1e-6);

    /// <summary>Creates an amount from nanowatts.</summary>
    public static Power FromNanowatts(double value) => new(value * 1e-9);

    /// <inheritdoc />
    public static Power operator +(Power left, Power right) => new(left.Watts + right.Watts);

    /// <inheritdoc />
    public static Power operator -(Power left, Power right) => new(left.Watts - right.Watts);

    /// <inheritdoc />
    public static Power operator *(Power left, double right) => new(left.Watts * right);

    /// <inheritdoc />
    public static Power operator /(Power left, double right) => new(left.Watts / right);

    /// <summary>Ratio of two amounts; dimensionless.</summary>
    public static double operator /(Power left, Power right) => left.Watts / right.Watts;

    /// <summary>Energy of this power over <paramref name="time"/>.</summary>
    public static Energy operator *(Power power, SimTime time) => Energy.FromJoules(power.Watts * time.Seconds);

    /// <inheritdoc />
    public static bool operator <(Power left, Power right) => left.Watts < right.Watts;

    /// <inheritdoc />
    public static bool operator >(Power left, Power right) => left.Watts > right.Watts;

    /// <inheritdoc />
    public static bool operator <=(Power left, Power right) => left.Watts <= right.Watts;

    /// <inheritdoc />
    public static bool operator >=(Power left, Power right) => left.Watts >= right.Watts;

    /// <inheritdoc />
    public int CompareTo(Power other) => Watts.CompareTo(other.Watts);
}
