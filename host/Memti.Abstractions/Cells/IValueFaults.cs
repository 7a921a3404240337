namespace Memti.Abstractions.Cells;

/// <summary>Fault model of stored values. The same seed and positions give the same faults, in any order and on any number of
/// threads.</summary>
public interface IValueFaults
{
    /// <summary>How values map to cells.</summary>
    ValueCodec Codec { get; }

    /// <summary>Analytic error rates of the same cells, before any correction.</summary>
    ValueErrorRates Rates { get; }

    /// <summary>Values in one word of the error-correcting code; ranges begin at multiples of it. 1 without correction.</summary>
    int ValuesPerWord { get; }

    /// <summary>Cells of one word, check bits included.</summary>
    int CellsPerWord { get; }

    /// <summary>Probability that a word contains an error after correction, 0 to 1.</summary>
    double WordErrorRate { get; }

    /// <summary>Replaces values by the values that a read returns. Allocates nothing.</summary>
    /// <param name="values">Bit patterns of at most 8 bits, changed in place.</param>
    /// <param name="seed">The random numbers.</param>
    /// <param name="firstValue">Position of the first value in the region of the seed; a multiple of <see cref="ValuesPerWord"/>.</param>
    /// <returns>Number of misread cells, corrected ones included.</returns>
    /// <exception cref="ArgumentException">The values have more than 8 bits, or the first one is not the first of a word.</exception>
    long Corrupt(Span<byte> values, FaultSeed seed, long firstValue = 0);

    /// <summary>Replaces values by the values that a read returns. Allocates nothing.</summary>
    /// <param name="values">Bit patterns of at most 16 bits, changed in place.</param>
    /// <param name="seed">The random numbers.</param>
    /// <param name="firstValue">Position of the first value in the region of the seed; a multiple of <see cref="ValuesPerWord"/>.</param>
    /// <returns>Number of misread cells, corrected ones included.</returns>
    /// <exception cref="ArgumentException">The first value is not the first of a word.</exception>
    long Corrupt(Span<ushort> values, FaultSeed seed, long firstValue = 0);
}
