namespace Memti.Plugins.RiscV.Translation;

/// <summary>What a piece of code costs that runs without a jump: known before it runs.</summary>
/// <param name="Cycles">Cycles, wait states of fetches included, those of data excluded.</param>
/// <param name="Active">Cycles in which the core works.</param>
/// <param name="Instructions">Instructions.</param>
/// <param name="Words">Words fetched.</param>
internal readonly record struct CodeCost(int Cycles, int Active, int Instructions, int Words)
{
    /// <summary>Bits of each of the three packed numbers.</summary>
    public const int Bits = 21;

    /// <summary>
    /// Instructions, words and active cycles in one number, so that translated code adds all of them at once. Differences of packed numbers
    /// are exact as long as the three sums stay between 0 and 2^21.
    /// </summary>
    public long Packed => Instructions + ((long)Words << Bits) + ((long)Active << (2 * Bits));

    /// <summary>Adds.</summary>
    public static CodeCost operator +(CodeCost left, CodeCost right) => new(
        left.Cycles + right.Cycles, left.Active + right.Active, left.Instructions + right.Instructions, left.Words + right.Words);

    /// <summary>Subtracts.</summary>
    public static CodeCost operator -(CodeCost left, CodeCost right) => new(
        left.Cycles - right.Cycles, left.Active - right.Active, left.Instructions - right.Instructions, left.Words - right.Words);

    /// <summary>The three numbers of a packed sum.</summary>
    public static (long Instructions, long Words, long Active) Unpack(long packed)
    {
        const long mask = (1L << Bits) - 1;
        return (packed & mask, (packed >> Bits) & mask, packed >> (2 * Bits));
    }
}
