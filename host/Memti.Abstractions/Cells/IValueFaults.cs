namespace Memti.Abstractions;

/// <summary>Values stored in imperfect cells. The same seed and positions give the same faults, in any order and on any number of threads.</summary>
public interface IValueFaults
{
    /// <summary>How values lie in cells.</summary>
    ValueCodec Codec { get; }

    /// <summary>The analytic error rates of the same cells.</summary>
    ValueErrorRates Rates { get; }

    /// <summary>Replaces values by what is read in their place. Nothing is allocated.</summary>
    /// <param name="values">Bit patterns of at most 8 bits.</param>
    /// <param name="seed">The random numbers.</param>
    /// <param name="firstValue">Number of the first value within the region of the seed; 0 or more.</param>
    /// <returns>Cells that were misread.</returns>
    /// <exception cref="ArgumentException">The values have more than 8 bits.</exception>
    long Corrupt(Span<byte> values, FaultSeed seed, long firstValue = 0);

    /// <summary>Replaces values by what is read in their place. Nothing is allocated.</summary>
    /// <param name="values">Bit patterns of at most 16 bits.</param>
    /// <param name="seed">The random numbers.</param>
    /// <param name="firstValue">Number of the first value within the region of the seed; 0 or more.</param>
    /// <returns>Cells that were misread.</returns>
    long Corrupt(Span<ushort> values, FaultSeed seed, long firstValue = 0);
}
