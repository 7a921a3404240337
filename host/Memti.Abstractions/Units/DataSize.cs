using System.Numerics;

namespace Memti.Abstractions.Units;

/// <summary>An amount of data, stored in whole bits. <c>default</c> is zero.</summary>
public readonly record struct DataSize :
    IComparable<DataSize>,
    IAdditionOperators<DataSize, DataSize, DataSize>,
    ISubtractionOperators<DataSize, DataSize, DataSize>,
    IMultiplyOperators<DataSize, long, DataSize>,
    IComparisonOperators<DataSize, DataSize, bool>
{
    private DataSize(long bits) => Bits = bits;

    /// <summary>Zero.</summary>
    public static DataSize Zero => default;

    /// <summary>The amount in bits.</summary>
    public long Bits { get; }

    /// <summary>The amount in bytes; may be fractional.</summary>
    public double Bytes => Bits / 8.0;

    /// <summary>The amount in KiB (1,024 bytes); may be fractional.</summary>
    public double Kibibytes => Bits / 8192.0;

    /// <summary>The amount in MiB (1,048,576 bytes); may be fractional.</summary>
    public double Mebibytes => Bits / 8388608.0;

    /// <summary>Creates an amount from bits.</summary>
    public static DataSize FromBits(long value) => new(value);

    /// <summary>Creates an amount from bytes.</summary>
    public static DataSize FromBytes(long value) => new(checked(value * 8));

    /// <summary>Creates an amount from KiB, rounded up to a whole bit.</summary>
    public static DataSize FromKibibytes(double value) => new((long)Math.Ceiling(value * 8192.0));

    /// <inheritdoc />
    public static DataSize operator +(DataSize left, DataSize right) => new(checked(left.Bits + right.Bits));

    /// <inheritdoc />
    public static DataSize operator -(DataSize left, DataSize right) => new(checked(left.Bits - right.Bits));

    /// <inheritdoc />
    public static DataSize operator *(DataSize left, long right) => new(checked(left.Bits * right));

    /// <inheritdoc />
    public static bool operator <(DataSize left, DataSize right) => left.Bits < right.Bits;

    /// <inheritdoc />
    public static bool operator >(DataSize left, DataSize right) => left.Bits > right.Bits;

    /// <inheritdoc />
    public static bool operator <=(DataSize left, DataSize right) => left.Bits <= right.Bits;

    /// <inheritdoc />
    public static bool operator >=(DataSize left, DataSize right) => left.Bits >= right.Bits;

    /// <inheritdoc />
    public int CompareTo(DataSize other) => Bits.CompareTo(other.Bits);
}
