namespace Memti.Tensors.Numerics;

/// <summary>
/// Philox4x32-10 (Salmon et al., "Parallel Random Numbers: As Easy as 1, 2, 3", SC 2011): a block of random words for each counter, so that
/// any thread draws the number of any place.
/// </summary>
internal static class Philox
{
    /// <summary>The four random words of a counter, the first two in the lower half.</summary>
    public static (ulong First, ulong Second) Block(uint key0, uint key1, uint counter0, uint counter1, uint counter2, uint counter3)
    {
        // Ten rounds; multipliers and increments of the key are those of the paper's Philox4x32.
        for (int round = 0; round < 10; round++)
        {
            ulong product0 = 0xD2511F53UL * counter0, product1 = 0xCD9E8D57UL * counter2;
            (counter0, counter2) = ((uint)(product1 >> 32) ^ counter1 ^ key0, (uint)(product0 >> 32) ^ counter3 ^ key1);
            (counter1, counter3) = ((uint)product1, (uint)product0);
            key0 = unchecked(key0 + 0x9E3779B9);
            key1 = unchecked(key1 + 0xBB67AE85);
        }

        return (counter0 | ((ulong)counter1 << 32), counter2 | ((ulong)counter3 << 32));
    }
}
