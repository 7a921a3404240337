namespace Memti.Simulation.Contents;

/// <summary>What is left in a memory of a word whose write a loss of power has cut. Pure: the same arguments give the same bytes.</summary>
public interface IWordTearing
{
    /// <summary>Bytes that the memory's error-correcting code encodes together; 4 without one. A multiple of 4.</summary>
    int UnitBytes { get; }

    /// <summary>Cuts the write of a word of 32 bits.</summary>
    /// <param name="before">The bytes of the word's unit before the write; shape [<see cref="UnitBytes"/>].</param>
    /// <param name="after">The same after it; only the word differs.</param>
    /// <param name="place">First byte of the word in the unit: a multiple of 4.</param>
    /// <param name="cut">When the write was cut.</param>
    TornBytes Tear(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after, int place, WordCut cut);
}
