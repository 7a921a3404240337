namespace Memti.Arrays.Ecc;

/// <summary>
/// A systematic code: the data is stored as it is, check bits beside it. Bits are packed into bytes from the least significant up; bits of the last
/// byte beyond the width are ignored when read and 0 when written.
/// </summary>
public interface IErrorCorrection
{
    /// <summary>Name with the usual numbers, such as <c>SECDED (72, 64)</c>.</summary>
    string Name { get; }

    /// <summary>Data bits of a word.</summary>
    int DataBits { get; }

    /// <summary>Check bits of a word.</summary>
    int CheckBits { get; }

    /// <summary>Wrong bits of a word that are corrected, check bits included.</summary>
    int CorrectableBits { get; }

    /// <summary>What the encoder and decoder are built of.</summary>
    EccGates Gates { get; }

    /// <summary>Computes the check bits of a word.</summary>
    /// <param name="data">The data; ceil(<see cref="DataBits"/> / 8) bytes.</param>
    /// <param name="check">Receives the check bits; ceil(<see cref="CheckBits"/> / 8) bytes.</param>
    /// <exception cref="ArgumentException">A length is wrong.</exception>
    void Encode(ReadOnlySpan<byte> data, Span<byte> check);

    /// <summary>Corrects a word in place.</summary>
    /// <param name="data">The data as read; unchanged when the word cannot be corrected.</param>
    /// <param name="check">The check bits as read; unchanged when the word cannot be corrected.</param>
    /// <returns>Bits that were corrected, or <see cref="Uncorrectable"/>.</returns>
    /// <exception cref="ArgumentException">A length is wrong.</exception>
    int Decode(Span<byte> data, Span<byte> check);

    /// <summary>What decoding returns for a word with more wrong bits than can be corrected, where that is noticed.</summary>
    const int Uncorrectable = -1;
}
