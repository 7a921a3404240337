using System.Numerics;
using Memti.Abstractions.Cells;
using Memti.Arrays.Levels;

namespace Memti.Arrays.Faults;

/// <summary>
/// Misreads of whole values. Only candidate cells are examined; values without candidates are never decomposed.
/// </summary>
public sealed class ValueFaults : IValueFaults
{
    private readonly MisreadTable[] _misreads;
    private readonly GeometricSkip? _law;

    /// <summary>Combines the misread rates of the cells of a value.</summary>
    /// <param name="codec">How values lie in cells.</param>
    /// <param name="cells">Misread rates of each cell of a value, most significant first.</param>
    /// <param name="twosComplement">True when the top bit has negative weight in the expected errors.</param>
    /// <exception cref="ArgumentException">The matrices do not match the cells.</exception>
    public ValueFaults(ValueCodec codec, IReadOnlyList<ConfusionMatrix> cells, bool twosComplement = true)
    {
        ArgumentNullException.ThrowIfNull(codec);
        ArgumentNullException.ThrowIfNull(cells);
        if (!codec.Cells.Bits.Select(static bits => 1 << bits).SequenceEqual(cells.Select(static cell => cell.Levels)))
            throw new ArgumentException($"The cells {codec.Cells} need matrices of as many levels each.", nameof(cells));
        Codec = codec;
        Rates = ValueErrors.Of(codec, cells, twosComplement);
        _misreads = [.. cells.Select(static cell => new MisreadTable(cell))];
        double worst = _misreads.Max(static table => table.WorstRate);
        _law = worst > 0 ? new GeometricSkip(worst) : null;
    }

    /// <inheritdoc />
    public ValueCodec Codec { get; }

    /// <inheritdoc />
    public ValueErrorRates Rates { get; }

    /// <inheritdoc />
    public int ValuesPerWord => 1;

    /// <inheritdoc />
    public int CellsPerWord => _misreads.Length;

    /// <inheritdoc />
    public double WordErrorRate => Rates.ValueErrorRate;

    /// <summary>Misread tables of the cells of a value, most significant first.</summary>
    internal IReadOnlyList<MisreadTable> Misreads => _misreads;

    /// <inheritdoc />
    public long Corrupt(Span<byte> values, FaultSeed seed, long firstValue = 0) => Codec.Cells.ValueBits <= 8
        ? CorruptAny(values, seed, firstValue)
        : throw new ArgumentException(
            FormattableString.Invariant($"Values of {Codec.Cells.ValueBits} bits do not fit a byte."), nameof(values));

    /// <inheritdoc />
    public long Corrupt(Span<ushort> values, FaultSeed seed, long firstValue = 0) => CorruptAny(values, seed, firstValue);

    private long CorruptAny<T>(Span<T> values, FaultSeed seed, long firstValue)
        where T : unmanaged, IBinaryInteger<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstValue);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(firstValue, CandidateCells.MostCells / _misreads.Length);
        if (_law is not GeometricSkip law)
            return 0;
        long faults = 0;
        int cellsPerValue = _misreads.Length;
        var candidates = new CandidateCells(law, seed.Generator, firstValue * cellsPerValue, (long)values.Length * cellsPerValue);
        while (candidates.MoveNext())
        {
            (long value, long cell) = Math.DivRem(candidates.Cell, cellsPerValue);
            if (Misread(ref values[(int)(value - firstValue)], (int)cell, candidates.Decision))
                faults++;
        }

        return faults;
    }

    private bool Misread<T>(ref T value, int cell, double decision)
        where T : unmanaged, IBinaryInteger<T>
    {
        uint bits = uint.CreateTruncating(value);
        int read = _misreads[cell].Read(Codec.Level(bits, cell), decision);
        if (read < 0)
            return false;
        value = T.CreateTruncating(Codec.WithLevel(bits, cell, (byte)read));
        return true;
    }
}
