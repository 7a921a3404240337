using Memti.Abstractions.Cells;
using Memti.Abstractions.Randomness;
using Memti.Arrays.Fluctuation;

namespace Memti.Arrays.Tests.Fluctuation;

public sealed class DeviceStatesTests
{
    private const double Dwell = 2;

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(16)]
    public void States_have_mean_0_and_variance_1(int states)
    {
        double[] values = [.. Enumerable.Range(0, states).Select(new DeviceStates(states, 0).Value)];

        values.Average().ShouldBe(0, 1e-12);
        values.Average(static value => value * value).ShouldBe(1, 1e-12);
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(4, 0.5)]
    public void Reads_correlate_as_the_dwell_time_says(int states, double seconds)
    {
        const int Draws = 100_000;
        double r = new ReadFluctuation { Amplitude = 0.1, States = states, DwellSeconds = Dwell }.Correlation(seconds);
        r.ShouldBe(Math.Exp(-seconds / Dwell), 1e-12);
        var sampler = new DeviceStates(states, r);
        var random = Philox.Named(1, "test");
        double[] reads = new double[4], squares = new double[4], products = new double[4], sums = new double[4];
        for (uint draw = 0; draw < Draws; draw++)
        {
            sampler.Read(random, 3, draw, reads);
            for (int read = 0; read < reads.Length; read++)
            {
                sums[read] += reads[read] / Draws;
                squares[read] += reads[read] * reads[read] / Draws;
                products[read] += reads[0] * reads[read] / Draws;
            }
        }

        for (int read = 0; read < reads.Length; read++)
        {
            sums[read].ShouldBe(0, 0.015);
            squares[read].ShouldBe(1, 0.015);
            products[read].ShouldBe(Math.Exp(-read * seconds / Dwell), 0.015);
        }
    }

    [Fact]
    public void Without_a_dwell_time_reads_do_not_correlate() => new ReadFluctuation { Amplitude = 0.1 }.Correlation(1e-9).ShouldBe(0);
}
