namespace Memti.Simulation;

/// <summary>
/// Philox4x32-10 (Salmon et al., SC 2011): a random block for each counter, without state, so that one more draw moves no other.
/// </summary>
internal readonly struct Philox
{
    private const ulong FnvOffset = 14695981039346656037;
    private const ulong FnvPrime = 1099511628211;

    private readonly uint _key0;
    private readonly uint _key1;

    public Philox(uint key0, uint key1) => (_key0, _key1) = (key0, key1);

    /// <summary>A stream of its own for each name.</summary>
    public static Philox Named(ulong seed, string name)
    {
        ulong hash = FnvOffset;
        foreach (char letter in name)
            hash = unchecked((hash ^ letter) * FnvPrime);
        Philox named = new((uint)hash, (uint)(hash >> 32));
        (uint low, uint high, _, _) = named.Block((uint)seed, (uint)(seed >> 32), 0, 0);
        return new(low, high);
    }

    public (uint, uint, uint, uint) Block(uint counter0, uint counter1, uint counter2, uint counter3)
    {
        (uint key0, uint key1) = (_key0, _key1);
        for (int round = 0; round < 10; round++)
        {
            ulong product0 = 0xD2511F53UL * counter0;
            ulong product1 = 0xCD9E8D57UL * counter2;
            (counter0, counter2) = ((uint)(product1 >> 32) ^ counter1 ^ key0, (uint)(product0 >> 32) ^ counter3 ^ key1);
            (counter1, counter3) = ((uint)product1, (uint)product0);
            unchecked
            {
                key0 += 0x9E3779B9;
                key1 += 0xBB67AE85;
            }
        }

        return (counter0, counter1, counter2, counter3);
    }
}
