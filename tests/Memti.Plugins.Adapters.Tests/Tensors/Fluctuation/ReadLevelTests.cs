using Memti.Tensors.Fluctuation;
using Memti.Tensors.Numerics;

namespace Memti.Plugins.Adapters.Tests.Tensors.Fluctuation;

public sealed class ReadLevelTests
{
    [Fact]
    public void A_trained_level_balances_noise_and_energy() => Trained(lambda: 1e-3).ShouldBe(1.3416, 0.013416);

    [Fact]
    public void A_level_falls_as_energy_weighs_more()
    {
        double[] levels = [.. ((double[])[1e-4, 1e-3, 1e-2, 1e-1]).Select(Trained)];

        levels.ShouldBe(levels.OrderDescending());
    }

    [Fact]
    public void Normal_numbers_of_sixteen_bits_have_mean_0_and_variance_1()
    {
        float[] values = NormalQuantiles.Values;

        values.Sum(static value => (double)value).ShouldBe(0, 1e-9);
        values.Average(static value => (double)value * value).ShouldBe(1, 1e-6);
        ((double)values[(int)(0.975 * values.Length)]).ShouldBe(1.959964, 1e-3);
        ((double)values[(int)(0.0013499 * values.Length)]).ShouldBe(-3, 5e-3);
        values.ShouldBe(values.Order());
    }

    [Fact]
    public void Random_blocks_are_those_of_the_contract()
    {
        (uint a, uint b, uint c, uint d) = new Memti.Abstractions.Randomness.Philox(3, 5).Block(7, 11, 13, 17);

        Philox.Block(3, 5, 7, 11, 13, 17).ShouldBe((a | ((ulong)b << 32), c | ((ulong)d << 32)));
    }

    /// <summary>Loss H a0^2 rho^(-2 gamma) / 2 + lambda E rho with H 2, a0 0.3, gamma 0.5, E 50.</summary>
    private static double Trained(double lambda)
    {
        (float value, float slope, float square) = (0, 0, 0);
        for (int step = 0; step < 4000; step++)
        {
            double level = Math.Exp(value), gradient = (-0.5 * 2 * 0.3 * 0.3 / level) + (lambda * 50 * level);
            (value, slope, square) = ReadLevels.Moved(value, slope, square, gradient, 0.05 * (1 - (step / 4000.0)));
        }

        return Math.Exp(value);
    }
}
