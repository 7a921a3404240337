using System.Numerics;
using Memti.Abstractions;

namespace Memti.Arrays;

/// <summary>How many cells that are no power of two are spread over banks that are.</summary>
public static class BankComposition
{
    private const long MostBanks = 65536;

    /// <summary>
    /// Equal banks, a power of two of them, so that the bank number is a field of the address: the least number whose share fits a bank, each
    /// bank the least power of two of words that holds its share.
    /// </summary>
    /// <param name="cells">Cells to hold, at least 1.</param>
    /// <param name="wordCells">Cells of one word.</param>
    /// <param name="mostBankCells">Cells that a bank may hold.</param>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.NoArray"/> when that takes more than 65536 banks.</exception>
    public static IReadOnlyList<long> Equal(long cells, int wordCells, long mostBankCells)
    {
        long largest = LargestBank(wordCells, mostBankCells);
        long banks = (long)BitOperations.RoundUpToPowerOf2((ulong)Ceiling(cells, largest));
        if (banks > MostBanks)
            throw TooMany(cells, banks);
        return [.. Enumerable.Repeat(LeastBank(Ceiling(cells, banks), wordCells), (int)banks)];
    }

    /// <summary>Falling powers of two whose sum is the least that holds all cells, none smaller than a share of the whole.</summary>
    /// <param name="cells">Cells to hold, at least 1.</param>
    /// <param name="wordCells">Cells of one word.</param>
    /// <param name="mostBankCells">Cells that a bank may hold.</param>
    /// <param name="smallestShare">Smallest bank over the whole, above 0: smaller remainders are rounded up.</param>
    public static IReadOnlyList<long> Binary(long cells, int wordCells, long mostBankCells, double smallestShare)
    {
        long largest = LargestBank(wordCells, mostBankCells);
        long smallest = LeastBank((long)Math.Ceiling(cells * smallestShare), wordCells);
        List<long> banks = [];
        for (long left = cells; left > 0;)
        {
            if (banks.Count >= MostBanks)
                throw TooMany(cells, MostBanks + 1);
            long bank = Math.Clamp(GreatestBank(left, wordCells), Math.Min(smallest, largest), largest);
            banks.Add(bank);
            left -= bank;
        }

        return banks;
    }

    private static long LargestBank(int wordCells, long mostBankCells)
    {
        if (mostBankCells >= 2L * wordCells)
            return GreatestBank(mostBankCells, wordCells);
        throw new MemtiException(new Diagnostic(
            DiagnosticCode.NoArray,
            FormattableString.Invariant($"a bank of at most {mostBankCells} cells does not hold two words of {wordCells} cells."))
        {
            Key = "bank_cells",
            Value = FormattableString.Invariant($"{mostBankCells}"),
            Permitted = FormattableString.Invariant($"at least {2 * wordCells}"),
        });
    }

    private static long GreatestBank(long cells, int wordCells) =>
        wordCells * Math.Max(2, 1L << BitOperations.Log2((ulong)Math.Max(cells / wordCells, 1)));

    private static long LeastBank(long cells, int wordCells) =>
        wordCells * Math.Max(2, (long)BitOperations.RoundUpToPowerOf2((ulong)Ceiling(cells, wordCells)));

    private static long Ceiling(long value, long divisor) => ((value - 1) / divisor) + 1;

    private static MemtiException TooMany(long cells, long banks) => new(
        DiagnosticCode.NoArray, FormattableString.Invariant($"{cells} cells would take {banks} banks; permitted: up to {MostBanks}."));
}
