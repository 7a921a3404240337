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
        Rms(1).ShouldBeGreaterThan(Rms(2));

    [Fact]
    public void Compensation_helps_weights_that_have_drifted()
    {
        double with = Faults(8, 8, 3.15e7).Rates.RootMeanSquareError;
        double without = new AnalogFaults(new AnalogCodes(8, 8, new AnalogWeights(2, 3.15e7, compensated: false))).Rates.RootMeanSquareError;

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

    private static double Rms(int devices) =>
        new AnalogFaults(new AnalogCodes(8, 8, new AnalogWeights(devices, 0, compensated: false))).Rates.RootMeanSquareError;

    private static int Signed(int code, int bits) => code >= 1 << (bits - 1) ? code - (1 << bits) : code;

    private static AnalogFaults Faults(int bits, int weightBits, double seconds = 86400) =>
        new(new AnalogCodes(bits, weightBits, new AnalogWeights(2, seconds, compensated: true)));

    private static ushort[] Codes() => [.. Enumerable.Range(0, 1024).Select(static index => (ushort)(index & 255))];
}
