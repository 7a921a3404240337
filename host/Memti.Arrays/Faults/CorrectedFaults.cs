using System.Numerics;
using Memti.Abstractions.Cells;
using Memti.Arrays.Ecc;
using Memti.Arrays.Levels;

namespace Memti.Arrays.Faults;

/// <summary>
/// Misreads of values behind an error-correcting code. Only words with a misread are decoded. Words beyond correction pass through the real
/// decoder: where it mistakes one for another code word, the wrong word is handed on.
/// </summary>
public sealed class CorrectedFaults : IValueFaults
{
    private readonly ValueFaults _raw;
    private readonly IErrorCorrection _code;
    private readonly MisreadTable[] _misreads;
    private readonly CheckCells _checks;
    private readonly GeometricSkip? _law;

    /// <summary>Combines the faults of values with a code.</summary>
    /// <param name="raw">Faults of the values without correction.</param>
    /// <param name="code">The code. Its data bits are a multiple of the bits of a value.</param>
    /// <param name="cells">Misread rates of each cell of a value, most significant first.</param>
    /// <param name="checkCell">Misread rates of the cells that hold check bits.</param>
    public CorrectedFaults(ValueFaults raw, IErrorCorrection code, IReadOnlyList<ConfusionMatrix> cells, ConfusionMatrix checkCell)
    {
        ArgumentNullException.ThrowIfNull(raw);
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(cells);
        ArgumentNullException.ThrowIfNull(checkCell);
        (_raw, _code) = (raw, code);
        _checks = new CheckCells(code.CheckBits, int.Log2(checkCell.Levels), raw.Codec.Encoding);
        ValuesPerWord = code.DataBits / raw.Codec.Cells.ValueBits;
        var checkMisreads = new MisreadTable(checkCell);
        _misreads =
            [.. Enumerable.Range(0, ValuesPerWord).SelectMany(_ => raw.Misreads), .. Enumerable.Repeat(checkMisreads, _checks.Count)];
        // One candidate rate for all cells of a word, the worst: a single walk then serves cells with different misread rates.
        double worst = _misreads.Max(static table => table.WorstRate);
        _law = worst > 0 ? new GeometricSkip(worst) : null;
        WordErrorRate = WordErrors.Uncorrectable(FlippedBits(cells, checkCell), code.CorrectableBits);
    }

    /// <inheritdoc />
    public ValueCodec Codec => _raw.Codec;

    /// <inheritdoc />
    public ValueErrorRates Rates => _raw.Rates;

    /// <inheritdoc />
    public int ValuesPerWord { get; }

    /// <inheritdoc />
    public int CellsPerWord => _misreads.Length;

    /// <inheritdoc />
    public double WordErrorRate { get; }

    /// <inheritdoc />
    public long Corrupt(Span<byte> values, FaultSeed seed, long firstValue = 0) => Codec.Cells.ValueBits <= 8
        ? CorruptAny(values, seed, firstValue)
        : throw new ArgumentException(
            FormattableString.Invariant($"Values of {Codec.Cells.ValueBits} bits do not fit a byte."), nameof(values));

    /// <inheritdoc />
    public long Corrupt(Span<ushort> values, FaultSeed seed, long firstValue = 0) => CorruptAny(values, seed, firstValue);

    private IEnumerable<IReadOnlyList<double>> FlippedBits(IReadOnlyList<ConfusionMatrix> cells, ConfusionMatrix checkCell)
    {
        IReadOnlyList<double>[] ofValue = [.. cells.Select(Flips)];
        return Enumerable.Range(0, ValuesPerWord).SelectMany(_ => ofValue).Concat(Enumerable.Repeat(Flips(checkCell), _checks.Count));
    }

    private IReadOnlyList<double> Flips(ConfusionMatrix cell) =>
        CellErrors.FlippedBits(cell, CellCode.BitsOfLevels(int.Log2(cell.Levels), Codec.Encoding));

    private long CorruptAny<T>(Span<T> values, FaultSeed seed, long firstValue)
        where T : unmanaged, IBinaryInteger<T>
    {
        (long firstWord, long within) = Math.DivRem(firstValue, ValuesPerWord);
        if (firstValue < 0 || within != 0 || firstWord > CandidateCells.MostCells / CellsPerWord)
            throw new ArgumentException(
                FormattableString.Invariant($"Value {firstValue} does not begin a word of {ValuesPerWord}."), nameof(firstValue));
        if (_law is not GeometricSkip law)
            return 0;
        long words = (values.Length + ValuesPerWord - 1L) / ValuesPerWord;
        var candidates = new CandidateCells(law, seed.Generator, firstWord * CellsPerWord, words * CellsPerWord);
        var word = new ProtectedWord(
            Codec,
            _code,
            _checks,
            stackalloc uint[ValuesPerWord],
            stackalloc uint[ValuesPerWord],
            stackalloc byte[EccWidth.Bytes(_code.DataBits)],
            stackalloc byte[2 * EccWidth.Bytes(_code.CheckBits)]);
        long faults = 0;
        long current = -1;
        while (candidates.MoveNext())
        {
            (long number, long cell) = Math.DivRem(candidates.Cell, CellsPerWord);
            if (number != current)
            {
                if (current >= 0)
                    word.Finish(Part(values, current - firstWord));
                word.Begin((ReadOnlySpan<T>)Part(values, number - firstWord));
                current = number;
            }

            faults += word.Misread((int)cell, _misreads[(int)cell], candidates.Decision) ? 1 : 0;
        }

        if (current >= 0)
            word.Finish(Part(values, current - firstWord));
        return faults;
    }

    private Span<T> Part<T>(Span<T> values, long word)
    {
        int start = (int)(word * ValuesPerWord);
        return values.Slice(start, Math.Min(ValuesPerWord, values.Length - start));
    }
}
