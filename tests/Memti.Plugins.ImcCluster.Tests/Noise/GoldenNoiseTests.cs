using System.Globalization;
using System.Text.Json;
using Memti.Abstractions.Cells;
using Memti.Abstractions.Randomness;
using Memti.Plugins.ImcCluster.Noise;

namespace Memti.Plugins.ImcCluster.Tests.Noise;

/// <summary>The statistics of the makers of the core, executed elsewhere: every row within four standard deviations.</summary>
public sealed class GoldenNoiseTests
{
    private const int Side = 256;
    private const int Vectors = 16;
    private const int Seeds = 5;
    private const int GoldenSeeds = 20;
    private const int Cells = 100_000;
    private const int GoldenCells = 400_000;

    private static readonly double[] Weights = [.. Enumerable.Range(0, Side * Side).Select(static index => WeightAt(index / Side, index % Side))];

    [ReferenceTheory(Reference.Analog)]
    [InlineData(1)]
    [InlineData(2)]
    public void Devices_have_the_mean_and_spread_of_the_makers_model(int devices)
    {
        foreach (JsonElement row in Aihwkit("device").GetProperty($"hermes_{devices}dev").EnumerateArray())
        {
            double g = row.GetProperty("g_rel").GetDouble();
            Compare(devices, g, 0, row.GetProperty("programmed"));
            foreach (JsonProperty age in row.GetProperty("after_s").EnumerateObject())
                Compare(devices, g, double.Parse(age.Name, CultureInfo.InvariantCulture), age.Value);
        }
    }

    [ReferenceFact(Reference.Analog)]
    public void Products_have_the_error_of_the_makers_model()
    {
        foreach (JsonProperty age in Aihwkit("product_error").GetProperty("hermes_2dev").EnumerateObject())
        {
            double seconds = double.Parse(age.Name, CultureInfo.InvariantCulture);
            double factor = new AnalogWeights(2, seconds, compensated: true).Factor;
            (double Plain, double Compensated)[] errors = [.. Enumerable.Range(0, Seeds).Select(seed => Errors(seed, seconds, factor))];
            Compare(age.Value.GetProperty("mvm_rel_l2"), errors.Average(static error => error.Plain), age.Name);
            Compare(age.Value.GetProperty("compensated"), errors.Average(static error => error.Compensated), age.Name);
            factor.ShouldBe(age.Value.GetProperty("global_factor").GetDouble(), 0.01, age.Name);
        }
    }

    private static JsonElement Aihwkit(string what) => Reference.Of(Reference.Analog).GetProperty("aihwkit").GetProperty(what);

    private static void Compare(int devices, double g, double seconds, JsonElement golden)
    {
        var weights = new AnalogWeights(devices, seconds, compensated: false);
        double greatest = ConductanceLaw.Of(devices, seconds).Greatest;
        Philox key = Philox.Named(1, FormattableString.Invariant($"{devices}/{g}/{seconds}"));
        double[] values = [.. Enumerable.Range(0, Cells).Select(cell =>
        {
            (uint a, uint b, uint c, _) = key.Block((uint)cell, 0, 0, 0);
            return greatest * weights.Polarity(g, Normal(a), Normal(b), Normal(c));
        })];
        double mean = values.Average();
        double spread = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
        double kurtosis = values.Average(value => Math.Pow(value - mean, 4)) / Math.Pow(spread, 4);
        // Both are samples. The spread of a distribution with tails is less sure than that of a normal one.
        double samples = Math.Sqrt((1.0 / Cells) + (1.0 / GoldenCells));
        mean.ShouldBe(golden[0].GetDouble(), 4 * spread * samples, $"g {g} at {seconds} s, mean");
        spread.ShouldBe(golden[1].GetDouble(), 4 * spread * Math.Sqrt((kurtosis - 1) / 4) * samples, $"g {g} at {seconds} s, spread");
    }

    private static double Normal(uint word) => NormalQuantile.Of((word + 0.5) / 4294967296.0);

    /// <summary>Four standard deviations of a difference between two means of seeds.</summary>
    private static void Compare(JsonElement golden, double mean, string age) =>
        mean.ShouldBe(golden[0].GetDouble(), 4 * golden[1].GetDouble() * Math.Sqrt((1.0 / Seeds) + (1.0 / GoldenSeeds)), $"{age} s");

    /// <summary>Relative error of Y = W X, without and with one factor for all outputs.</summary>
    private static (double Plain, double Compensated) Errors(int seed, double seconds, double factor)
    {
        var weights = new AnalogWeights(2, seconds, compensated: false);
        Philox key = FaultSeed.Named((ulong)seed, "shared/faults").Trial(0).Generator;
        double[] read = [.. Weights.Select((weight, position) => weights.Read(weight, key, position))];
        (double plain, double compensated, double right) = (0, 0, 0);
        for (int row = 0; row < Side; row++)
            for (int vector = 0; vector < Vectors; vector++)
            {
                (double ours, double ideal) = (0, 0);
                for (int column = 0; column < Side; column++)
                {
                    double input = (((97 * column) + 31 + (41 * vector)) % 255 - 127) / 127.0;
                    ours += read[(row * Side) + column] * input;
                    ideal += Weights[(row * Side) + column] * input;
                }

                plain += (ours - ideal) * (ours - ideal);
                compensated += ((factor * ours) - ideal) * ((factor * ours) - ideal);
                right += ideal * ideal;
            }

        return (Math.Sqrt(plain / right), Math.Sqrt(compensated / right));
    }

    private static double WeightAt(int row, int column) => (((73 * row) + (151 * column) + (17 * row * column)) % 255 - 127) / 127.0;
}
