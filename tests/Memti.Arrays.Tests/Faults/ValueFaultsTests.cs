using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Parameters;
using Memti.Arrays.Faults;
using Memti.Arrays.Levels;
using Memti.Arrays.Tests.Levels;

namespace Memti.Arrays.Tests.Faults;

public sealed class ValueFaultsTests
{
    private static readonly FaultSeed Seed = FaultSeed.Named(5, "tests/values");

    [Theory]
    [InlineData(CellEncoding.NaturalBinary, 0.0024506418881440352)]
    [InlineData(CellEncoding.Gray, 0.0012683852391841242)]
    public void Bit_error_rates_of_three_bits_are_the_published_ones(CellEncoding encoding, double rate) =>
        LevelReadingTests.ShouldBeClose(Faults(CellVector.Of(3), encoding).Rates.BitErrorRate, rate, 1e-6);

    [Theory]
    [InlineData(CellEncoding.NaturalBinary, 7.901725858095636e-09)]
    [InlineData(CellEncoding.Gray, 3.9508629290551874e-09)]
    public void Bit_error_rates_of_two_bits_are_the_published_ones(CellEncoding encoding, double rate) =>
        LevelReadingTests.ShouldBeClose(Faults(CellVector.Of(2), encoding).Rates.BitErrorRate, rate, 1e-6);

    [Fact]
    public void A_safer_cell_protects_the_most_significant_bits()
    {
        ValueErrorRates plain = Faults(CellVector.Of(3, 3, 2)).Rates;
        ValueErrorRates guarded = Faults(CellVector.Of(2, 3, 3)).Rates;
        guarded.MeanAbsoluteError.ShouldBeLessThan(plain.MeanAbsoluteError / 3);
        Faults(CellVector.Of(1, 1, 3, 3)).Rates.BitErrorRates[0].ShouldBeLessThan(1e-300);
    }

    [Theory]
    [InlineData(CellEncoding.NaturalBinary, true)]
    [InlineData(CellEncoding.Gray, true)]
    [InlineData(CellEncoding.Gray, false)]
    public void Sampled_errors_of_values_match_the_expected_ones(CellEncoding encoding, bool twosComplement)
    {
        const int count = 1 << 21;
        IValueFaults faults = Faults(CellVector.Split(8, 3), encoding, twosComplement);
        byte[] read = [.. Enumerable.Range(0, count).Select(static value => (byte)value)];
        long cells = faults.Corrupt(read, Seed);
        double[] errors =
            [.. read.Select((value, index) => Math.Abs((double)(twosComplement ? (sbyte)value - (sbyte)index : value - (byte)index)))];
        LevelReadingTests.ShouldBeClose(cells, 3.0 * count * faults.Rates.CellErrorRate, 0.03);
        LevelReadingTests.ShouldBeClose(errors.Count(static error => error > 0), count * faults.Rates.ValueErrorRate, 0.03);
        LevelReadingTests.ShouldBeClose(errors.Average(), faults.Rates.MeanAbsoluteError, 0.05);
        LevelReadingTests.ShouldBeClose(Math.Sqrt(errors.Average(static error => error * error)), faults.Rates.RootMeanSquareError, 0.05);
    }

    [Fact]
    public void Sampled_bits_fail_as_often_as_expected()
    {
        const int count = 1 << 21;
        IValueFaults faults = Faults(CellVector.Of(3, 3));
        byte[] read = [.. Enumerable.Range(0, count).Select(static value => (byte)(value & 63))];
        faults.Corrupt(read, Seed);
        for (int bit = 0; bit < 6; bit++)
            LevelReadingTests.ShouldBeClose(
                read.Where((value, index) => (((value ^ index) >> (5 - bit)) & 1) == 1).Count(),
                count * faults.Rates.BitErrorRates[bit],
                0.06);
    }

    [Fact]
    public void Values_of_one_kind_of_cell_fail_as_their_cells_do()
    {
        var sampler = new FaultSampler(LevelReading.Of(PublishedLevels.ThreeBits).Confusion);
        IValueFaults faults = Faults(CellVector.Of(3, 3), CellEncoding.Gray);
        byte[] values = [.. Enumerable.Range(0, 100_000).Select(static value => (byte)(value * 37 & 63))];
        byte[] levels = new byte[200_000];
        byte[] decoded = new byte[100_000];
        faults.Codec.Encode<byte>(values, levels);
        sampler.Apply(levels, Seed, 600);
        faults.Codec.Decode<byte>(levels, decoded);
        faults.Corrupt(values, Seed, 300);
        values.ShouldBe(decoded);
    }

    [Fact]
    public void A_part_of_the_values_has_the_faults_of_the_whole()
    {
        IValueFaults faults = Faults(CellVector.Split(8, 3));
        byte[] whole = new byte[100_000];
        faults.Corrupt(whole, Seed);
        byte[] part = new byte[7_777];
        faults.Corrupt(part, Seed, 33_333);
        part.ShouldBe(whole[33_333..41_110]);
    }

    [Fact]
    public void Bytes_and_words_fail_alike()
    {
        IValueFaults faults = Faults(CellVector.Split(8, 3));
        byte[] bytes = [.. Enumerable.Range(0, 50_000).Select(static value => (byte)value)];
        ushort[] words = [.. bytes.Select(static value => (ushort)value)];
        faults.Corrupt(bytes, Seed).ShouldBe(faults.Corrupt(words, Seed));
        words.Select(static value => (byte)value).ShouldBe(bytes);
    }

    [Fact]
    public void Corrupting_allocates_nothing()
    {
        IValueFaults faults = Faults(CellVector.Split(8, 3));
        byte[] values = new byte[10_000];
        faults.Corrupt(values, Seed);
        long before = GC.GetAllocatedBytesForCurrentThread();
        faults.Corrupt(values, Seed.Trial(1));
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void Values_that_do_not_fit_a_byte_are_refused() =>
        Should.Throw<ArgumentException>(static () => Faults(CellVector.Split(16, 3)).Corrupt(new byte[3], Seed));

    [Fact]
    public void Cells_without_level_statistics_are_refused_with_what_is_known()
    {
        Diagnostic finding = Should.Throw<MemtiException>(static () => new FaultModels().For(new FaultRequest
        {
            Technology = "fefet",
            Levels = [PublishedLevels.OneBit],
            Cells = CellVector.Split(8, 2),
        })).Diagnostic;
        (finding.Code, finding.Key, finding.Value, finding.Permitted).ShouldBe(
            (DiagnosticCode.NoLevelStatistics, "levels", "2", "1 bit per cell, or levels of your own"));
    }

    [Fact]
    public void Aged_cells_are_read_worse()
    {
        FaultRequest fresh = new() { Technology = "rram", Levels = PublishedLevels.All, Cells = CellVector.Split(8, 3) };
        FaultRequest aged = fresh with
        {
            Age = TimeSpan.FromDays(3650),
            Drift = new()
            {
                MeanRate = -1e-3,
                SpreadRate = 5e-4,
                ActivationEnergyElectronvolts = 1.1,
                Source = "test",
                Status = NumberStatus.Assumed
            },
        };
        new FaultModels().For(aged).Rates.CellErrorRate.ShouldBeGreaterThan(new FaultModels().For(fresh).Rates.CellErrorRate);
    }

    private static IValueFaults Faults(CellVector cells, CellEncoding encoding = CellEncoding.NaturalBinary, bool twosComplement = true) =>
        new FaultModels().For(new FaultRequest
        {
            Technology = "rram",
            Levels = PublishedLevels.All,
            Cells = cells,
            Encoding = encoding,
            TwosComplement = twosComplement,
        });
}
