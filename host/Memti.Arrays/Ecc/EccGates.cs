namespace Memti.Arrays.Ecc;

/// <summary>Size of an encoder and decoder in two-input gates, and the gates on their longest path.</summary>
/// <param name="Encode">Gates that switch when a word is written.</param>
/// <param name="Check">Gates that switch when a word is read: the syndrome.</param>
/// <param name="Correct">Gates that switch besides when a word has a wrong bit.</param>
/// <param name="EncodeDepth">Gates in a row from data to check bits.</param>
/// <param name="CheckDepth">Gates in a row from a word read to the certainty that it is right.</param>
/// <param name="CorrectDepth">Gates in a row from there to corrected data.</param>
public readonly record struct EccGates(long Encode, long Check, long Correct, int EncodeDepth, int CheckDepth, int CorrectDepth)
{
    /// <summary>Gates in a row of a tree that combines inputs two by two.</summary>
    internal static int Depth(int inputs) => inputs <= 1 ? 0 : int.Log2(inputs - 1) + 1;
}
