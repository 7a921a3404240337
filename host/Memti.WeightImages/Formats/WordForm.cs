using Memti.Documents.Words;

namespace Memti.WeightImages.Formats;

/// <summary>How words of a file become bytes, for files that do not say so themselves.</summary>
/// <param name="Bits">Bits of a word: a multiple of 8 from 8 to <see cref="MostBits"/>.</param>
/// <param name="Order">Byte order of a word in memory; null when nobody has stated it.</param>
public sealed record WordForm(int Bits, ByteOrder? Order)
{
    /// <summary>Widest word that is read, in bits.</summary>
    public const int MostBits = 1024;
}
