using Memti.Abstractions.Cells;
using Memti.Plugins.ImcCluster.Noise;

namespace Memti.Plugins.ImcCluster.Tests.Noise;

public sealed class AnalogFaultsTests
{
    private static readonly FaultSeed Seed = FaultSeed.Named(1, "shared/faults").Trial(0);

    [Fact]
    public void A_range_has_the_faults_that_it_has_in_the_whole()
    {
        AnalogFaults faults = Faults(8, 4);
        ushort[] whole = Codes(), part = Codes()[100..200];
        faults.Corrupt(whole.AsSpan(), Seed);
        faults.Corrupt(part.AsSpan(), Seed, 100);

        part.ShouldBe(whole[100..200]);
    }

    [Fact]
    public void Bytes_and_words_are_read_alike()
    {
        AnalogFaults faults = Faults(8, 4);
        ushort[] words = Codes();
        byte[] bytes = [.. words.Select(static word => (byte)word)];

        faults.Corrupt(words.AsSpan(), Seed).ShouldBe(faults.Corrupt(bytes.AsSpan(), Seed));
        bytes.Select(static value => (ushort)value).ShouldBe(words);
    }

    [Fact]
    public void Another_chip_has_other_faults()
    {
        ushort[] one = Codes(), other = Codes();
        Faults(8, 8).Corrupt(one.AsSpan(), Seed);
        Faults(8, 8).Corrupt(other.AsSpan(), FaultSeed.Named(1, "shared/faults").Trial(1));

        one.ShouldNotBe(other);
    }

    [Theory]
    [InlineData(8, 8, 0)]
    [InlineData(8, 4, 86400)]
    [InlineData(4, 4, 86400)]
    public void The_rates_are_those_of_many_draws(int bits, int weightBits, double seconds)
    {
        AnalogFaults faults = Faults(bits, weightBits, seconds);
        ushort[] codes = [.. Enumerable.Range(0, 1 << 17).Select(index => (ushort)(index & ((1 << bits) - 1)))];
        ushort[] stored = [.. codes];
        faults.Corrupt(codes.AsSpan(), Seed).ShouldBe(codes.Zip(stored).Count(static pair => pair.First != pair.Second));

        double[] errors = [.. codes.Zip(stored).Select(pair => (double)(Signed(pair.First, bits) - Signed(pair.Second, bits)))];
        errors.Average(Math.Abs).ShouldBe(faults.Rates.MeanAbsoluteError, faults.Rates.MeanAbsoluteError * 0.03);
        Math.Sqrt(errors.Average(static error => error * error))
            .ShouldBe(faults.Rates.RootMeanSquareError, faults.Rates.RootMeanSquareError * 0.03);
        ((double)errors.Count(static error => error != 0) / errors.Length)
            .ShouldBe(faults.Rates.ValueErrorRate, faults.Rates.ValueErrorRate * 0.03);
    }

    [Fact]
    public void One_device_is_noisier_than_two() => // over the same range of weights, just programmed
        Rms(new AnalogWeights(new HermesLaw(isPair: false, 0), 0, compensated: false))
            .ShouldBeGreaterThan(Rms(new AnalogWeights(new HermesLaw(isPair: true, 0), 0, compensated: false)));

    [Fact]
    public void Stated_devices_err_by_what_is_stated_and_know_no_age()
    {
        var law = new StatedLaw(0.02, 0, 0, 10);
        double now = Rms(new AnalogWeights(law, 0, compensated: false));

        // Two polarities, over nine tenths of the greatest conductance, and the rounding to codes.
        now.ShouldBe(Math.Sqrt((2 * Math.Pow(0.02 * 127 / 0.9, 2)) + (1 / 12.0)), now * 0.02);
        Rms(new AnalogWeights(law, 3.15e7, compensated: true)).ShouldBe(now);
    }

    [Fact]
    public void Weights_without_a_deviation_are_read_as_they_were_written()
    {
        ushort[] codes = Codes();
        new AnalogFaults(new AnalogCodes(8, 8, new AnalogWeights(new StatedLaw(0, 0, 0, 10), 0, compensated: false)))
            .Corrupt(codes.AsSpan(), Seed).ShouldBe(4);

        // The least code of two's complement has no pair: it is read as its neighbour, once in each 256 codes.
        codes.Distinct().Count().ShouldBe(255);
    }

    [Fact]
    public void Compensation_helps_weights_that_have_drifted()
    {
        double with = Faults(8, 8, 3.15e7).Rates.RootMeanSquareError;
        double without = Rms(new AnalogWeights(new HermesLaw(isPair: true, 3.15e7), 3.15e7, compensated: false));

        with.ShouldBeLessThan(without);
    }

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.0013498980316300933, -3)]
    [InlineData(1e-9, -5.997807015007686)]
    [InlineData(1e-12, -7.034483825301131)]
    public void The_inverse_of_the_normal_distribution_is_exact(double share, double expected) =>
        NormalQuantile.Of(share).ShouldBe(expected, 1e-12);

    private static double Rms(AnalogWeights weights) => new AnalogFaults(new AnalogCodes(8, 8, weights)).Rates.RootMeanSquareError;

    private static int Signed(int code, int bits) => code >= 1 << (bits - 1) ? code - (1 << bits) : code;

    private static AnalogFaults Faults(int bits, int weightBits, double seconds = 86400) =>
        new(new AnalogCodes(bits, weightBits, Weights(seconds)));

    private static AnalogWeights Weights(double seconds) => new(new HermesLaw(isPair: true, seconds), seconds, compensated: true);

    private static ushort[] Codes() => [.. Enumerable.Range(0, 1024).Select(static index => (ushort)(index & 255))];
}
