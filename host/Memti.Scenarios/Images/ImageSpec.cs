using Memti.Abstractions.Cells;
using Memti.Documents.Words;

namespace Memti.Scenarios.Images;

/// <summary>
/// What a scenario says of how the contents of a memory lie in its weight image. Each tensor begins at a whole word; what is left of a
/// word is zero.
/// </summary>
public sealed record ImageSpec
{
    /// <summary>Bits of a word: 8, 16, 32, 64 or 128. Default: 32.</summary>
    public int WordBits { get; init; } = 32;

    /// <summary>Order of the bytes of a word. Default: least significant first.</summary>
    public ByteOrder ByteOrder { get; init; }

    /// <summary>From which end fields fill a word. Default: the least significant.</summary>
    public BitOrder BitOrder { get; init; }

    /// <summary>
    /// What the fields are; null for levels (<see cref="CellPacking.Dense"/>) of a memory that has them, and values of any other.
    /// </summary>
    public CellPacking? Packing { get; init; }

    /// <summary>The code whose check bits follow the values of each of its words, in cells of their own; null for none.</summary>
    public CorrectionRequest? Ecc { get; init; }
}
