namespace Memti.Arrays.Ecc;

/// <summary>
/// A systematic code: stored words contain the unchanged data, followed by check bits. Bits are packed into bytes from the least
/// significant up. Unused bits of the last byte are ignored when read and written as 0.
/// </summary>
public interface IErrorCorrection
{
    /// <summary>Name with the usual numbers, such as <c>SECDED (72, 64)</c>.</summary>
    string Name { get; }

    /// <summary>Data bits of a word.</summary>
    int DataBits { get; }

    /// <summary>Check bits of a word.</summary>
    int CheckBits { get; }

    /// <summary>Number of wrong bits per word that the code corrects, check bits included.</summary>
    int CorrectableBits { get; }

    /// <summary>Gates of the encoder and decoder.</summary>
    EccGates Gates { get; }

    /// <summary>Computes the check bits of a word.</summary>
    /// <param name="data">The data; ceil(<see cref="DataBits"/> / 8) bytes.</param>
    /// <param name="check">Receives the check bits; ceil(<see cref="CheckBits"/> / 8) bytes.</param>
    /// <exception cref="ArgumentException">A length is wrong.</exception>
    void Encode(ReadOnlySpan<byte> data, Span<byte> check);

    /// <summary>Corrects a word in place.</summary>
    /// <param name="data">The data as read; left unchanged when the word is uncorrectable.</param>
    /// <param name="check">The check bits as read; left unchanged when the word is uncorrectable.</param>
    /// <returns>Number of corrected bits, or <see cref="Uncorrectable"/>.</returns>
    /// <exception cref="ArgumentException">A length is wrong.</exception>
    int Decode(Span<byte> data, Span<byte> check);

    /// <summary>Result of decoding when the decoder detects more wrong bits than it corrects.</summary>
    const int Uncorrectable = -1;
}
