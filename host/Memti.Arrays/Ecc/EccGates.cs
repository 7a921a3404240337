namespace Memti.Arrays.Ecc;

/// <summary>Size of an encoder and decoder in two-input gates, and the depth of their longest paths.</summary>
/// <param name="Encode">Gates of the encoder, used when a word is written.</param>
/// <param name="Check">Gates of the syndrome, used when a word is read.</param>
/// <param name="Correct">Additional gates, used when a word has a wrong bit.</param>
/// <param name="EncodeDepth">Gates on the path from data to check bits.</param>
/// <param name="CheckDepth">Gates on the path from a read word to the verdict that it is correct.</param>
/// <param name="CorrectDepth">Gates on the path from there to corrected data.</param>
public readonly record struct EccGates(long Encode, long Check, long Correct, int EncodeDepth, int CheckDepth, int CorrectDepth)
{
    /// <summary>Depth of a tree of two-input gates: the binary logarithm, rounded up.</summary>
    internal static int Depth(int inputs) => inputs <= 1 ? 0 : int.Log2(inputs - 1) + 1;
}
