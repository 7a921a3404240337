using MathNet.Numerics;
using Memti.Abstractions.Cells;
using Memti.Arrays.Ecc;
using Memti.Arrays.Faults;
using Memti.Arrays.Levels;
using Memti.Arrays.Tests.Levels;

namespace Memti.Arrays.Tests.Faults;

public sealed class WordErrorsTests
{
    [Theory] // exact sums with 40 digits
    [InlineData(72, 1, 1e-3, 2.43975117626299e-03)]
    [InlineData(72, 1, 1e-9, 2.55599988072e-15)]
    [InlineData(72, 1, 1e-20, 2.556e-37)]
    [InlineData(552, 4, 1.27e-3, 7.80289237047238e-04)]
    [InlineData(72, 0, 0.5, 1.0)]
    public void The_tail_of_the_binomial_keeps_its_precision(int bits, int correctable, double rate, double expected) =>
        LevelReadingTests.ShouldBeClose(WordErrors.Uncorrectable(bits, correctable, rate), expected, 1e-11);

    [Fact]
    public void The_tail_is_the_incomplete_beta_function() =>
        Prop.ForAll<PositiveInt, NonNegativeInt, PositiveInt>(static (bits, correctable, rate) =>
        {
            int n = 1 + (bits.Get * 37 % 1000);
            int t = correctable.Get % n;
            double p = rate.Get % 100 / 101.0;
            double expected = p == 0 ? 0 : SpecialFunctions.BetaRegularized(t + 1, n - t, p);
            return Math.Abs(WordErrors.Uncorrectable(n, t, p) - expected) < 1e-9;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Impossible_and_certain_errors_have_rates_of_zero_and_one()
    {
        WordErrors.Uncorrectable(72, 1, 0).ShouldBe(0);
        WordErrors.Uncorrectable(72, 1, 1).ShouldBe(1);
        WordErrors.Uncorrectable(72, 72, 0.5).ShouldBe(0);
        Should.Throw<ArgumentOutOfRangeException>(static () => WordErrors.Uncorrectable(72, 1, 1.5));
    }

    [Fact]
    public void Cells_of_one_bit_are_the_binomial() => LevelReadingTests.ShouldBeClose(
        WordErrors.Uncorrectable(Enumerable.Repeat<IReadOnlyList<double>>([1 - 1e-6, 1e-6], 72), 1),
        WordErrors.Uncorrectable(72, 1, 1e-6),
        1e-9);

    [Fact]
    public void Gray_code_lets_secded_correct_a_misread_cell_and_natural_binary_does_not()
    {
        ConfusionMatrix cell = LevelReading.Of(PublishedLevels.TwoBits).Confusion;
        double gray = Lost(cell, CellEncoding.Gray, 36);
        double natural = Lost(cell, CellEncoding.NaturalBinary, 36);
        gray.ShouldBeLessThan(1e-12);
        natural.ShouldBeGreaterThan(1e-8);
    }

    [Fact]
    public void Sampled_words_are_lost_as_often_as_expected()
    {
        const int words = 20_000;
        const int cells = 24;
        ConfusionMatrix matrix = LevelReading.Of(PublishedLevels.ThreeBits).Confusion;
        IValueFaults faults =
            new FaultModels().For(
                new FaultRequest
                {
                    Technology = "rram",
                    Levels = PublishedLevels.All,
                    Cells = CellVector.Of(3),
                    Encoding = CellEncoding.Gray
                });
        byte[] stored = [.. Enumerable.Range(0, words * cells).Select(static cell => (byte)(cell * 5 % 8))];
        byte[] read = [.. stored];
        faults.Corrupt(read, FaultSeed.Named(11, "tests/words"));
        int lost =
            Enumerable.Range(0, words)
                .Count(word => Enumerable.Range(word * cells, cells).Sum(cell => int.PopCount(read[cell] ^ stored[cell])) > 1);
        LevelReadingTests.ShouldBeClose(lost, words * Lost(matrix, CellEncoding.Gray, cells), 0.2);
    }

    private static double Lost(ConfusionMatrix cell, CellEncoding encoding, int cells) => WordErrors.Uncorrectable(
        Enumerable.Repeat(CellErrors.FlippedBits(cell, CellCode.BitsOfLevels(int.Log2(cell.Levels), encoding)), cells), 1);
}
