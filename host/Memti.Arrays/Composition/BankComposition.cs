using System.Globalization;
using System.Numerics;
using Memti.Abstractions.Arrays;
using Memti.Abstractions.Diagnostics;

namespace Memti.Arrays.Composition;

/// <summary>Spreads any number of cells over banks, each of which holds a power of two of words.</summary>
public static class BankComposition
{
    /// <summary>
    /// Smallest bank of <see cref="BankRule.Binary"/> over the whole memory; a smaller remainder is rounded up. Assumed: periphery
    /// dominates banks below 1/32. Moves spare cells and area by at most 3 %.
    /// </summary>
    private const double SmallestShare = 1.0 / 32;

    /// <summary>
    /// Share of a bank of <see cref="BankRule.Binary"/> that may stay spare before the bank is split. Assumed: a second set of periphery
    /// costs more than an eighth of the cells. Moves the number of banks.
    /// </summary>
    private const double MostSpare = 1.0 / 8;

    /// <summary>Most banks of one memory: a limit against absurd requests, far above any design.</summary>
    private const long MostBanks = 65536;

    /// <summary>Default limit of the cells in a bank, within the address bits that the solver accepts.</summary>
    public const long MostCells = 1L << 36;

    /// <summary>Divides a memory into banks.</summary>
    /// <param name="rule">Composition rule.</param>
    /// <param name="cells">Cells to hold, at least 1.</param>
    /// <param name="wordCells">Cells of one word.</param>
    /// <param name="mostBankCells">Most cells of one bank.</param>
    /// <returns>Cells of each bank, largest first.</returns>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.NoArray"/>: more than 65536 banks would be needed.</exception>
    public static IReadOnlyList<long> Of(BankRule rule, long cells, int wordCells, long mostBankCells)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cells, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(wordCells, 1);
        return rule == BankRule.Equal ? Equal(cells, wordCells, mostBankCells) : Binary(cells, wordCells, mostBankCells);
    }

    /// <summary>Cells of the single bank that holds the whole memory; null when this exceeds the limit of a bank.</summary>
    /// <param name="cells">Cells to hold, at least 1.</param>
    /// <param name="wordCells">Cells of one word.</param>
    /// <param name="mostBankCells">Most cells of one bank.</param>
    public static long? Whole(long cells, int wordCells, long mostBankCells) =>
        LeastBank(cells, wordCells) is var whole && whole <= mostBankCells ? whole : null;

    /// <summary>
    /// A power of two of equal banks, so that the bank number is a field of the address. Takes the fewest banks whose share fits, and the
    /// least power of two of words that holds the share.
    /// </summary>
    private static long[] Equal(long cells, int wordCells, long mostBankCells)
    {
        long largest = LargestBank(wordCells, mostBankCells);
        long banks = (long)BitOperations.RoundUpToPowerOf2((ulong)Ceiling(cells, largest));
        if (banks > MostBanks)
            throw TooMany(cells, wordCells, mostBankCells, banks);
        return [.. Enumerable.Repeat(LeastBank(Ceiling(cells, banks), wordCells), (int)banks)];
    }

    /// <summary>Falling powers of two that together hold all cells; none is smaller than a share of the whole.</summary>
    private static List<long> Binary(long cells, int wordCells, long mostBankCells)
    {
        long largest = LargestBank(wordCells, mostBankCells);
        long smallest = LeastBank((long)Math.Ceiling(cells * SmallestShare), wordCells);
        List<long> banks = [];
        for (long left = cells; left > 0;)
        {
            if (banks.Count >= MostBanks)
                throw TooMany(cells, wordCells, mostBankCells, MostBanks + 1);
            long bank = Math.Clamp(NextBank(left, wordCells), Math.Min(smallest, largest), largest);
            banks.Add(bank);
            left -= bank;
        }

        return banks;
    }

    /// <summary>A bank for the whole remainder where little of it stays spare, else the largest bank that the remainder fills.</summary>
    private static long NextBank(long left, int wordCells)
    {
        long whole = LeastBank(left, wordCells);
        return whole - left <= whole * MostSpare ? whole : GreatestBank(left, wordCells);
    }

    private static long LargestBank(int wordCells, long mostBankCells)
    {
        if (mostBankCells >= 2L * wordCells)
            return GreatestBank(mostBankCells, wordCells);
        throw Refuse(
            mostBankCells,
            2L * wordCells,
            string.Create(
                CultureInfo.InvariantCulture, $"a bank of at most {mostBankCells} cells does not hold two words of {wordCells} cells."));
    }

    private static long GreatestBank(long cells, int wordCells) =>
        wordCells * Math.Max(2, 1L << BitOperations.Log2((ulong)Math.Max(cells / wordCells, 1)));

    private static long LeastBank(long cells, int wordCells) =>
        wordCells * Math.Max(2, (long)BitOperations.RoundUpToPowerOf2((ulong)Ceiling(cells, wordCells)));

    private static long Ceiling(long value, long divisor) => ((value - 1) / divisor) + 1;

    private static MemtiException TooMany(long cells, int wordCells, long mostBankCells, long banks) => Refuse(
        mostBankCells,
        LeastBank(Ceiling(cells, MostBanks), wordCells),
        string.Create(
            CultureInfo.InvariantCulture,
            $"{cells} cells in banks of at most {mostBankCells} would take {banks} banks or more; permitted: up to {MostBanks}."));

    private static MemtiException Refuse(long mostBankCells, long least, string message) =>
        new(new Diagnostic(DiagnosticCode.NoArray, message)
        {
            Key = "bank_cells",
            Value = FormattableString.Invariant($"{mostBankCells}"),
            Permitted = FormattableString.Invariant($"at least {least}"),
        });
}
