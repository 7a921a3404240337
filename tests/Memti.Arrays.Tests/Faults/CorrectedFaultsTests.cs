using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;
using Memti.Arrays.Codes;
using Memti.Arrays.Faults;
using Memti.Arrays.Tests.Levels;

namespace Memti.Arrays.Tests.Faults;

public sealed class CorrectedFaultsTests
{
    private static readonly FaultSeed Seed = FaultSeed.Named(8, "tests/corrected");

    [Theory]
    [InlineData(CorrectionCode.Secded, 1)]
    [InlineData(CorrectionCode.Bch, 2)]
    [InlineData(CorrectionCode.Bch, 3)]
    public void Words_beyond_correction_are_as_frequent_as_expected(CorrectionCode code, int correctable)
    {
        const int count = 1 << 20;
        IValueFaults faults = Faults(code, correctable);
        byte[] stored = Weights(count);
        byte[] read = [.. stored];
        faults.Corrupt(read, Seed);
        int words = count / faults.ValuesPerWord;
        int wrong = Enumerable.Range(0, words).Count(word => !read.AsSpan(word * 8, 8).SequenceEqual(stored.AsSpan(word * 8, 8)));
        double expected = words * faults.WordErrorRate;
        // Words whose wrong bits are all check bits come out right: a little below the expectation, never far above it.
        ((double)wrong).ShouldBeInRange(expected * 0.7 - 5, expected + (4 * Math.Sqrt(expected)) + 1);
    }

    [Fact]
    public void A_word_of_eight_bytes_takes_its_check_bits_in_cells_of_three()
    {
        IValueFaults secded = Faults(CorrectionCode.Secded, 1);
        (secded.ValuesPerWord, secded.CellsPerWord).ShouldBe((8, 27));
        Faults(CorrectionCode.Bch, 2).CellsPerWord.ShouldBe(29);
    }

    [Fact]
    public void A_stronger_code_leaves_fewer_words_wrong()
    {
        double[] rates = [
            Faults(CorrectionCode.Secded, 1).WordErrorRate, Faults(CorrectionCode.Bch, 2).WordErrorRate,
            Faults(CorrectionCode.Bch, 4).WordErrorRate
        ];
        rates.ShouldBe(rates.OrderDescending());
        rates[2].ShouldBeLessThan(1e-5);
    }

    [Fact]
    public void A_part_of_whole_words_has_the_faults_of_the_whole()
    {
        IValueFaults faults = Faults(CorrectionCode.Secded, 1);
        byte[] stored = Weights(80_000);
        byte[] whole = [.. stored];
        byte[] part = stored[8_000..24_000];
        faults.Corrupt(whole, Seed);
        faults.Corrupt(part, Seed, 8_000);
        part.ShouldBe(whole[8_000..24_000]);
    }

    [Fact]
    public void A_last_word_may_lack_values()
    {
        IValueFaults faults = Faults(CorrectionCode.Secded, 1);
        byte[] values = Weights(10_003);
        faults.Corrupt(values, Seed).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Ranges_begin_with_a_word() =>
        Should.Throw<ArgumentException>(static () => Faults(CorrectionCode.Secded, 1).Corrupt(new byte[8], Seed, 4));

    [Fact]
    public void Words_hold_whole_values()
    {
        Diagnostic finding = Should.Throw<MemtiException>(static () => new FaultModels().For(Request(new() { DataBits = 60 }))).Diagnostic;
        (finding.Code, finding.Key, finding.Value).ShouldBe((ArrayCodes.BadErrorCorrection, "ecc.data_bits", "60"));
    }

    [Fact]
    public void Correcting_allocates_nothing()
    {
        IValueFaults faults = Faults(CorrectionCode.Bch, 2);
        byte[] values = Weights(10_000);
        faults.Corrupt(values, Seed);
        long before = GC.GetAllocatedBytesForCurrentThread();
        faults.Corrupt(values, Seed.Trial(1));
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static byte[] Weights(int count) => [.. Enumerable.Range(0, count).Select(static value => (byte)(value * 2654435761L >> 13))];

    private static IValueFaults Faults(CorrectionCode code, int correctable) =>
        new FaultModels().For(Request(new() { Code = code, CorrectableBits = correctable }));

    private static FaultRequest Request(CorrectionRequest correction) => new()
    {
        Technology = "rram",
        Levels = PublishedLevels.All,
        Cells = CellVector.Split(8, 3),
        Encoding = CellEncoding.Gray,
        Correction = correction,
    };
}
