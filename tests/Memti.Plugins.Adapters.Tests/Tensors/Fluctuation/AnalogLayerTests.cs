using Memti.Abstractions.Cells;
using Memti.Plugins.Adapters.Tests.Tensors.Reference;

namespace Memti.Plugins.Adapters.Tests.Tensors.Fluctuation;

/// <summary>The exact form of a layer with fluctuating reads against its definition, cell by cell.</summary>
public sealed class AnalogLayerTests
{
    private const int Bits = 4;

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 0)]
    [InlineData(true, 0.5)]
    [InlineData(true, 1)]
    public void Mean_and_variance_are_those_of_sixteen_sampled_cells(bool decomposed, double correlation)
    {
        const int Draws = 20_000, Cells = 16;
        const double Amplitude = 0.1;
        Random random = new(5);
        int[] codes = [.. Enumerable.Range(0, Cells).Select(_ => random.Next(16))];
        double[] weights = [.. Enumerable.Range(0, Cells).Select(cell => cell == 0 ? 1 : (random.NextDouble() * 2) - 1)];
        using var layer = new SingleAnalogLayer(Bits, images: 1, size: 1, inputs: Cells, outputs: 1);
        float[] kernels = new float[Cells * 9];
        for (int cell = 0; cell < Cells; cell++)
        {
            layer.SetInput(0, 0, 0, cell, codes[cell]);
            kernels[(cell * 9) + 4] = (float)weights[cell];
        }

        layer.Weight.Write(kernels);
        layer.Use(Amplitude, decomposed, correlation);
        double[] exact = new double[Draws], sampled = new double[Draws];
        for (int draw = 0; draw < Draws; draw++)
        {
            layer.Forward((uint)draw);
            exact[draw] = layer.Output(0, 0, 0, 0);
            sampled[draw] = Enumerable.Range(0, Cells)
                .Sum(cell => Read(codes[cell], weights[cell], Amplitude, decomposed ? correlation : 1, random));
        }

        double mean = weights.Zip(codes, static (weight, code) => weight * code).Sum();
        exact.Average().ShouldBe(mean, 0.15);
        Variance(exact).ShouldBe(Variance(sampled), 0.05 * Variance(sampled));
        double form = Amplitude * Amplitude
            * codes.Sum(code => InputDecomposition.Variance(Bits, decomposed, correlation)[code]);
        Variance(exact).ShouldBe(form, 0.03 * form);
        Variance(sampled).ShouldBe(form, 0.03 * form);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    public void Energy_is_that_of_all_cells_that_are_read(int stride, bool decomposed)
    {
        using SingleAnalogLayer layer = ALayer(stride, energyWeight: 0, out float[] weights, out Volume codes);
        layer.Use(0, decomposed);
        layer.SetLevel(2);

        double largest = weights.Max(Math.Abs);
        double[] pulses = InputDecomposition.Pulses(Bits, decomposed);
        Volume energy = Naive.Convolve(
            codes.Map(code => pulses[(int)Math.Abs(code)]), [.. weights.Select(weight => Math.Abs(weight) / largest)], 5, 3, stride);
        layer.Forward(0).ShouldBe(2 * energy.Values.Sum(), 1e-4 * energy.Values.Sum());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Noise_has_the_variance_of_the_window_of_each_output(int stride)
    {
        using SingleAnalogLayer layer = ALayer(stride, energyWeight: 0, out float[] weights, out Volume codes);
        layer.Use(0.2, decomposed: true);
        layer.SetLevel(4);
        double[] table = InputDecomposition.Variance(Bits, decomposed: true);
        // Exponent a half: at level 4 the amplitude is half, and it is relative to the largest weight.
        double scale = 0.2 / 2 * weights.Max(Math.Abs);
        double[] ones = [.. Enumerable.Repeat(1.0, 3 * 9)];
        Volume variance = Naive.Convolve(codes.Map(code => scale * scale * table[(int)Math.Abs(code)]), ones, 1, 3, stride);
        Volume mean = Naive.Convolve(codes, [.. weights.Select(static weight => (double)weight)], 5, 3, stride);
        const int Draws = 4000;
        double[] squares = new double[mean.Height * mean.Width];
        for (int draw = 0; draw < Draws; draw++)
        {
            layer.Forward((uint)draw);
            for (int pixel = 0; pixel < squares.Length; pixel++)
                for (int channel = 0; channel < 5; channel++)
                {
                    double noise = layer.Output(0, pixel / mean.Width, pixel % mean.Width, channel)
                        - mean[0, channel, pixel / mean.Width, pixel % mean.Width];
                    squares[pixel] += noise * noise / (5 * Draws);
                }
        }

        for (int pixel = 0; pixel < squares.Length; pixel++)
            squares[pixel].ShouldBe(variance.Values[pixel], 0.05 * variance.Values[pixel]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Gradients_are_those_of_differences(int stride)
    {
        using SingleAnalogLayer layer = ALayer(stride, energyWeight: 5, out float[] weights, out Volume codes);
        layer.Use(0.3, decomposed: true);
        layer.SetLevel(1.5);
        Random random = new(2);
        for (int image = 0; image < 2; image++)
            for (int pixel = 0; pixel < 36 / (stride * stride); pixel++)
                for (int channel = 0; channel < 5; channel++)
                    layer.SetGradient(image, pixel / (6 / stride), pixel % (6 / stride), channel, (float)random.NextDouble() - 0.3f);
        layer.Forward(3, train: true);
        layer.Backward();
        float[] gradient = new float[weights.Length];
        layer.Weight.ReadGradient(gradient);

        double Objective(double level, float[] values)
        {
            layer.SetLevel(level);
            layer.Weight.Write(values);
            double energy = layer.Forward(3, train: true), sum = energy * layer.Levels.EnergySlope;
            for (int image = 0; image < 2; image++)
                for (int pixel = 0; pixel < 36 / (stride * stride); pixel++)
                    for (int channel = 0; channel < 5; channel++)
                    {
                        (int row, int column) = (pixel / (6 / stride), pixel % (6 / stride));
                        sum += (double)layer.Gradient(image, row, column, channel) * layer.Output(image, row, column, channel);
                    }

            return sum;
        }

        double slope = layer.LevelSlope;
        double byLevel = (Objective(1.5 * Math.Exp(0.01), weights) - Objective(1.5 * Math.Exp(-0.01), weights)) / 0.02;
        slope.ShouldBe(byLevel, 0.01 * Math.Abs(byLevel));
        int largest = Array.IndexOf(weights, weights.MaxBy(Math.Abs));
        foreach (int index in (int[])[largest, 0, 17, 60, 100])
        {
            float[] Moved(float step) => [.. weights.Select((weight, place) => place == index ? weight + step : weight)];
            double difference = (Objective(1.5, Moved(0.01f)) - Objective(1.5, Moved(-0.01f))) / 0.02;
            ((double)gradient[index]).ShouldBe(difference, 0.01 * Math.Max(1, Math.Abs(difference)), $"weight {index}");
        }
    }

    [Fact]
    public void Wholly_correlated_reads_of_bits_are_those_of_a_direct_read()
    {
        using SingleAnalogLayer layer = ALayer(1, energyWeight: 0, out _, out _);
        layer.Use(0.2);
        layer.Forward(9);
        float direct = layer.Output(1, 2, 3, 4);
        layer.Use(0.2, decomposed: true, correlation: 1);
        layer.Forward(9);

        layer.Output(1, 2, 3, 4).ShouldBe(direct);
    }

    private static SingleAnalogLayer ALayer(int stride, double energyWeight, out float[] weights, out Volume codes)
    {
        var layer = new SingleAnalogLayer(Bits, images: 2, size: 6, inputs: 3, outputs: 5, stride, energyWeight);
        Random random = new(4);
        weights = new float[5 * 3 * 9];
        for (int index = 0; index < weights.Length; index++)
            weights[index] = (float)((random.NextDouble() * 2) - 1);
        weights[40] = -1.5f;
        layer.Weight.Write(weights);
        codes = new Volume(2, 3, 6, 6);
        for (int image = 0; image < 2; image++)
            for (int channel = 0; channel < 3; channel++)
                for (int pixel = 0; pixel < 36; pixel++)
                {
                    int code = random.Next(-15, 16);
                    codes[image, channel, pixel / 6, pixel % 6] = code;
                    layer.SetInput(image, pixel / 6, pixel % 6, channel, code);
                }

        return layer;
    }

    /// <summary>One cell with two states, read bit by bit; a state is kept with the probability of its correlation.</summary>
    private static double Read(int code, double weight, double amplitude, double correlation, Random random)
    {
        double state = random.Next(2) == 0 ? 1 : -1, sum = 0;
        for (int bit = 0; bit < Bits; bit++)
        {
            if (random.NextDouble() >= correlation)
                state = random.Next(2) == 0 ? 1 : -1;
            sum += ((code >> bit) & 1) * (1 << bit) * (weight + (amplitude * state));
        }

        return sum;
    }

    private static double Variance(double[] values)
    {
        double mean = values.Average();
        return values.Average(value => (value - mean) * (value - mean));
    }
}
