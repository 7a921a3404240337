using System.Numerics;
using Memti.Abstractions.Arrays;
using Memti.Abstractions.Diagnostics;
using Memti.Arrays.Composition;

namespace Memti.Arrays.Tests.Composition;

public sealed class BankCompositionTests
{
    private const long Kibi = 1 << 10;
    private const long Mebi = 1 << 20;

    private static readonly Arbitrary<(long Cells, int WordCells, long MostBankCells)> Any = (
        from bits in Gen.Choose(1, 34)
        from parts in Gen.Choose(1 << 19, 1 << 20)
        from wordCells in Gen.Choose(1, 1024)
        from mostBits in Gen.Choose(21, 36)
        select (Math.Max(((long)parts << bits) >> 20, 1), wordCells, 1L << mostBits)).ToArbitrary();

    [Fact]
    public void Equal_banks_are_a_power_of_two_of_one_size() => Obey(BankRule.Equal, static (asked, banks) =>
        BitOperations.IsPow2(banks.Count) && banks.Distinct().Count() == 1);

    [Theory]
    [InlineData(BankRule.Equal)]
    [InlineData(BankRule.Binary)]
    public void Banks_hold_all_cells_in_powers_of_two_of_words_none_larger_than_allowed(BankRule rule) =>
        Obey(rule, static (asked, banks) =>
        banks.Sum() >= asked.Cells
        && banks.All(
            bank =>
                bank <= asked.MostBankCells
                    && bank % asked.WordCells == 0
                    && bank / asked.WordCells >= 2
                    && BitOperations.IsPow2(bank / asked.WordCells)));

    [Fact]
    public void Falling_banks_fall() =>
        Obey(BankRule.Binary, static (asked, banks) => banks.Zip(banks.Skip(1)).All(static pair => pair.First >= pair.Second));

    [Fact]
    public void No_falling_bank_is_without_contents() =>
        Obey(BankRule.Binary, static (asked, banks) => banks.SkipLast(1).Sum() < asked.Cells);

    [Fact]
    public void Little_of_the_last_falling_bank_is_spare_unless_it_is_the_smallest_there_may_be() =>
        Obey(BankRule.Binary, static (asked, banks) =>
        banks.Sum() - asked.Cells <= banks[^1] / 8
            || banks[^1] < Math.Max((asked.Cells / 16) + (2 * asked.WordCells), 3 * asked.WordCells));

    [Fact]
    public void Equal_banks_are_the_fewest_that_hold_the_cells() => Obey(BankRule.Equal, static (asked, banks) =>
        banks.Count == 1 || banks[0] * (banks.Count / 2) < asked.Cells || banks[0] * 2 > asked.MostBankCells);

    [Theory]
    [InlineData(BankRule.Equal, 5_832_544 * 8L, 64, 8 * Mebi, new long[] { 8192, 8192, 8192, 8192, 8192, 8192, 8192, 8192 })]
    [InlineData(BankRule.Equal, 678_660 * 8L, 64, 8 * Mebi, new long[] { 8192 })]
    [InlineData(BankRule.Binary, 17_420_832L, 256, 16 * Mebi, new long[] { 16384, 1024 })] // 1 is the smallest: a thirty-second, rounded up
    [InlineData(BankRule.Binary, 16_287_840L, 256, 16 * Mebi, new long[] { 16384 })] // 3 % spare
    [InlineData(BankRule.Binary, 11L * 1048576 / 4, 64, 16 * Mebi, new long[] { 2048, 512, 256 })]
    public void Memories_are_composed_as_the_manual_says(BankRule rule, long cells, int wordCells, long mostBankCells, long[] kibiCells) =>
        BankComposition.Of(rule, cells, wordCells, mostBankCells).ShouldBe(kibiCells.Select(static bank => bank * Kibi));

    [Theory]
    [InlineData(BankRule.Equal)]
    [InlineData(BankRule.Binary)]
    public void More_banks_than_an_address_field_has_bits_for_are_refused(BankRule rule)
    {
        Diagnostic finding = Should.Throw<MemtiException>(() => BankComposition.Of(rule, (65536L * 1024) + 1, 64, 1024)).Diagnostic;

        (finding.Code, finding.Key, finding.Permitted).ShouldBe((DiagnosticCode.NoArray, "bank_cells", "at least 2048"));
        BankComposition.Of(rule, 65536L * 1024, 64, 1024).Count.ShouldBe(65536);
    }

    [Fact]
    public void A_bank_holds_two_words_at_least()
    {
        Diagnostic finding = Should.Throw<MemtiException>(() => BankComposition.Of(BankRule.Equal, 1000, 64, 127)).Diagnostic;

        (finding.Code, finding.Key, finding.Value, finding.Permitted).ShouldBe(
            (DiagnosticCode.NoArray, "bank_cells", "127", "at least 128"));
    }

    private static void Obey(BankRule rule, Func<(long Cells, int WordCells, long MostBankCells), IReadOnlyList<long>, bool> law) =>
        Prop.ForAll(Any, asked => law(asked, BankComposition.Of(rule, asked.Cells, asked.WordCells, asked.MostBankCells)))
            .QuickCheckThrowOnFailure();
}
