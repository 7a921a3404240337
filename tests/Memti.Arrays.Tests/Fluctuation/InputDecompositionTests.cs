using Memti.Abstractions.Cells;
using Memti.Arrays.Fluctuation;

namespace Memti.Arrays.Tests.Fluctuation;

/// <summary>Reading inputs bit by bit: figures derived from x = sum of 2^p x_p, and sampled cells.</summary>
public sealed class InputDecompositionTests
{
    [Theory]
    [InlineData(4, 0, 0.3778)]
    [InlineData(8, 0, 0.3359)]
    [InlineData(4, 0.5, 0.618)]
    [InlineData(4, 0.9, 0.910)]
    [InlineData(8, 0.5, 0.560)]
    [InlineData(4, 1, 1)]
    [InlineData(8, 1, 1)]
    public void Variance_at_full_scale_is_the_closed_form_and_that_of_sampled_cells(int bits, double correlation, double ratio)
    {
        var reads = new SampledReads(new ReadFluctuation { Amplitude = 0.1 }, bits, correlation);

        reads.Exact.ShouldBe(ratio, 0.001);
        reads.Sample(seed: 1).ShouldBe(ratio, 0.03 * ratio);
    }

    [Theory]
    [InlineData(4, 0.5484)]
    [InlineData(8, 0.5029)]
    public void Variance_of_uniform_inputs_is_the_closed_form(int bits, double ratio) =>
        (InputDecomposition.Variance(bits, decomposed: true).Average() / InputDecomposition.Variance(bits, decomposed: false).Average())
            .ShouldBe(ratio, 0.0001);

    [Theory]
    [InlineData(4, 0.267)]
    [InlineData(8, 0.0314)]
    public void Energy_of_uniform_inputs_is_the_closed_form(int bits, double ratio) =>
        (InputDecomposition.Pulses(bits, decomposed: true).Average() / InputDecomposition.Pulses(bits, decomposed: false).Average())
            .ShouldBe(ratio, 0.0005);

    [Theory]
    [InlineData(0)]
    [InlineData(0.7)]
    [InlineData(1)]
    public void Bits_never_fluctuate_more_than_codes(double correlation)
    {
        double[] split = InputDecomposition.Variance(6, decomposed: true, correlation);
        double[] direct = InputDecomposition.Variance(6, decomposed: false);

        split.Zip(direct).ShouldAllBe(static pair => pair.First <= pair.Second);
        split[1].ShouldBe(1);
        split[32].ShouldBe(1024);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(9, 0)]
    [InlineData(4, -0.1)]
    [InlineData(4, 1.1)]
    public void Numbers_outside_their_range_are_refused(int bits, double correlation) =>
        Should.Throw<ArgumentOutOfRangeException>(() => InputDecomposition.Variance(bits, decomposed: true, correlation));
}
