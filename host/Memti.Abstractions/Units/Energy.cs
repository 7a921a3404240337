using System.Numerics;

namespace Memti.Abstractions.Units;

/// <summary>An amount of energy, stored in joules. <c>default</c> is zero.</summary>
public readonly record struct Energy :
    IComparable<Energy>,
    IAdditionOperators<Energy, Energy, Energy>,
    ISubtractionOperators<Energy, Energy, Energy>,
    IMultiplyOperators<Energy, double, Energy>,
    IDivisionOperators<Energy, double, Energy>,
    IComparisonOperators<Energy, Energy, bool>
{
    private Energy(double joules) => Joules = joules;

    /// <summary>Zero.</summary>
    public static Energy Zero => default;

    /// <summary>The amount in joules.</summary>
    public double Joules { get; }

    /// <summary>The same amount in millijoules.</summary>
    public double Millijoules => Joules * 1e3;

    /// <summary>The same amount in microjoules.</summary>
    public double Microjoules => Joules * 1e6;

    /// <summary>The same amount in nanojoules.</summary>
    public double Nanojoules => Joules * 1e9;

    /// <summary>The same amount in picojoules.</summary>
    public double Picojoules => Joules * 1e12;

    /// <summary>Creates an amount from joules.</summary>
    public static Energy FromJoules(double value) => new(value);

    /// <summary>Creates an amount from millijoules.</summary>
    public static Energy FromMillijoules(double value) => new(value * 1e-3);

    /// <summary>Creates an amount from microjoules.</summary>
    public static Energy FromMicrojoules(double value) => new(value * 1e-6);

    /// <summary>Creates an amount from nanojoules.</summary>
    public static Energy FromNanojoules(double value) => new(value * 1e-9);

    /// <summary>Creates an amount from picojoules.</summary>
    public static Energy FromPicojoules(double value) => new(value * 1e-12);

    /// <inheritdoc />
    public static Energy operator +(Energy left, Energy right) => new(left.Joules + right.Joules);

    /// <inheritdoc />
    public static Energy operator -(Energy left, Energy right) => new(left.Joules - right.Joules);

    /// <inheritdoc />
    public static Energy operator *(Energy left, double right) => new(left.Joules * right);

    /// <inheritdoc />
    public static Energy operator /(Energy left, double right) => new(left.Joules / right);

    /// <summary>Ratio of two amounts; dimensionless.</summary>
    public static double operator /(Energy left, Energy right) => left.Joules / right.Joules;

    /// <summary>Average power of the energy over <paramref name="time"/>.</summary>
    public static Power operator /(Energy energy, SimTime time) => Power.FromWatts(energy.Joules / time.Seconds);

    /// <summary>Time that the energy lasts at <paramref name="power"/>, rounded to the nearest picosecond.</summary>
    public static SimTime operator /(Energy energy, Power power) => SimTime.FromSeconds(energy.Joules / power.Watts);

    /// <inheritdoc />
    public static bool operator <(Energy left, Energy right) => left.Joules < right.Joules;

    /// <inheritdoc />
    public static bool operator >(Energy left, Energy right) => left.Joules > right.Joules;

    /// <inheritdoc />
    public static bool operator <=(Energy left, Energy right) => left.Joules <= right.Joules;

    /// <inheritdoc />
    public static bool operator >=(Energy left, Energy right) => left.Joules >= right.Joules;

    /// <inheritdoc />
    public int CompareTo(Energy other) => Joules.CompareTo(other.Joules);
}
