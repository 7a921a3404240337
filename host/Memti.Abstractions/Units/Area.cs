using System.Numerics;

namespace Memti.Abstractions.Units;

/// <summary>A silicon area, stored in square metres. <c>default</c> is zero.</summary>
public readonly record struct Area :
    IComparable<Area>,
    IAdditionOperators<Area, Area, Area>,
    ISubtractionOperators<Area, Area, Area>,
    IMultiplyOperators<Area, double, Area>,
    IDivisionOperators<Area, double, Area>,
    IComparisonOperators<Area, Area, bool>
{
    private Area(double squareMetres) => SquareMetres = squareMetres;

    /// <summary>Zero.</summary>
    public static Area Zero => default;

    /// <summary>The amount in square metres.</summary>
    public double SquareMetres { get; }

    /// <summary>The same amount in square millimetres.</summary>
    public double SquareMillimetres => SquareMetres * 1e6;

    /// <summary>The same amount in square micrometres.</summary>
    public double SquareMicrometres => SquareMetres * 1e12;

    /// <summary>Creates an amount from square metres.</summary>
    public static Area FromSquareMetres(double value) => new(value);

    /// <summary>Creates an amount from square millimetres.</summary>
    public static Area FromSquareMillimetres(double value) => new(value * 1e-6);

    /// <summary>Creates an amount from square micrometres.</summary>
    public static Area FromSquareMicrometres(double value) => new(value * 1e-12);

    /// <inheritdoc />
    public static Area operator +(Area left, Area right) => new(left.SquareMetres + right.SquareMetres);

    /// <inheritdoc />
    public static Area operator -(Area left, Area right) => new(left.SquareMetres - right.SquareMetres);

    /// <inheritdoc />
    public static Area operator *(Area left, double right) => new(left.SquareMetres * right);

    /// <inheritdoc />
    public static Area operator /(Area left, double right) => new(left.SquareMetres / right);

    /// <summary>Ratio of two amounts; dimensionless.</summary>
    public static double operator /(Area left, Area right) => left.SquareMetres / right.SquareMetres;

    /// <inheritdoc />
    public static bool operator <(Area left, Area right) => left.SquareMetres < right.SquareMetres;

    /// <inheritdoc />
    public static bool operator >(Area left, Area right) => left.SquareMetres > right.SquareMetres;

    /// <inheritdoc />
    public static bool operator <=(Area left, Area right) => left.SquareMetres <= right.SquareMetres;

    /// <inheritdoc />
    public static bool operator >=(Area left, Area right) => left.SquareMetres >= right.SquareMetres;

    /// <inheritdoc />
    public int CompareTo(Area other) => SquareMetres.CompareTo(other.SquareMetres);
}
