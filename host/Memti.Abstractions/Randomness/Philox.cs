namespace Memti.Abstractions.Randomness;

/// <summary>
/// Philox4x32-10 (Salmon et al., "Parallel Random Numbers: As Easy as 1, 2, 3", SC 2011). It has no state: each counter has its own random
/// block, so an extra draw changes no other.
/// </summary>
public readonly record struct Philox
{
    // FNV-1a, 64 bit (Fowler, Noll, Vo; constants of draft-eastlake-fnv), over UTF-16 letters: for ASCII names the same as over bytes.
    private const ulong FnvOffset = 14695981039346656037;
    private const ulong FnvPrime = 1099511628211;

    /// <summary>Distance of the numbers of <see cref="Uniform"/>: 2^-53, for a double has 53 bits.</summary>
    public const double UniformStep = 1.0 / 9007199254740992.0;

    /// <summary>Creates the generator of a key. All keys are equally good.</summary>
    public Philox(uint key0, uint key1) => (Key0, Key1) = (key0, key1);

    /// <summary>First word of the key.</summary>
    public uint Key0 { get; }

    /// <summary>Second word of the key.</summary>
    public uint Key1 { get; }

    /// <summary>Creates an independent stream for each seed and name, such as <c>rram/faults</c>.</summary>
    public static Philox Named(ulong seed, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        ulong hash = FnvOffset;
        foreach (char letter in name)
            hash = unchecked((hash ^ letter) * FnvPrime);
        // The hash alone may be weak as a key; one block under it, with the seed as the counter, mixes both in all bits.
        Philox named = new((uint)hash, (uint)(hash >> 32));
        (uint low, uint high, _, _) = named.Block((uint)seed, (uint)(seed >> 32), 0, 0);
        return new(low, high);
    }

    /// <summary>Makes an evenly distributed number of two words: a multiple of 2^-53, from 0 to below 1.</summary>
    /// <param name="high">A word; the 21 bits that count most are its upper ones.</param>
    /// <param name="low">Another word: the 32 bits that count least.</param>
    public static double Uniform(uint high, uint low) => (((ulong)(high >> 11) << 32) | low) * UniformStep;

    /// <summary>Returns the four random words of a counter.</summary>
    public (uint, uint, uint, uint) Block(uint counter0, uint counter1, uint counter2, uint counter3)
    {
        (uint key0, uint key1) = (Key0, Key1);
        // Ten rounds, the multipliers and the Weyl key increments (golden ratio, sqrt(3) - 1) are those of the paper's Philox4x32.
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
