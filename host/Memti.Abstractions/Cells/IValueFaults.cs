namespace Memti.Abstractions.Cells;

/// <summary>Values stored in imperfect cells. The same seed and positions give the same faults, in any order and on any number of threads.</summary>
public interface IValueFaults
{
    /// <summary>How values lie in cells.</summary>
    ValueCodec Codec { get; }

    /// <summary>The analytic error rates of the same cells, before any correction.</summary>
    ValueErrorRates Rates { get; }

    /// <summary>Values that are corrected together, and at whose multiples ranges begin; 1 without correction.</summary>
    int ValuesPerWord { get; }

    /// <summary>Cells of one word, check bits included.</summary>
    int CellsPerWord { get; }

    /// <summary>Probability that a word is read with an error that is not corrected.</summary>
    double WordErrorRate { get; }

    /// <summary>Replaces values by what is read in their place. Nothing is allocated.</summary>
    /// <param name="values">Bit patterns of at most 8 bits.</param>
    /// <param name="seed">The random numbers.</param>
    /// <param name="firstValue">Number of the first value within the region of the seed; a multiple of <see cref="ValuesPerWord"/>.</param>
    /// <returns>Cells that were misread, corrected ones included.</returns>
    /// <exception cref="ArgumentException">The values have more than 8 bits, or the first does not begin a word.</exception>
    long Corrupt(Span<byte> values, FaultSeed seed, long firstValue = 0);

    /// <summary>Replaces values by what is read in their place. Nothing is allocated.</summary>
    /// <param name="values">Bit patterns of at most 16 bits.</param>
    /// <param name="seed">The random numbers.</param>
    /// <param name="firstValue">Number of the first value within the region of the seed; a multiple of <see cref="ValuesPerWord"/>.</param>
    /// <returns>Cells that were misread, corrected ones included.</returns>
    long Corrupt(Span<ushort> values, FaultSeed seed, long firstValue = 0);
}
