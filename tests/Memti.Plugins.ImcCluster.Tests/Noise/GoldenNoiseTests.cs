using System.Globalization;
using System.Text.Json;
using Memti.Plugins.ImcCluster.Noise;

namespace Memti.Plugins.ImcCluster.Tests.Noise;

/// <summary>The statistics of AIHWKit, executed elsewhere: every row within four standard deviations.</summary>
public sealed class GoldenNoiseTests
{
    private const int Seeds = 5;
    private const int GoldenSeeds = 20;
    private const int GoldenCells = 400_000;

    [ReferenceTheory(Reference.Analog)]
    [InlineData("hermes_1dev")]
    [InlineData("hermes_2dev")]
    [InlineData("pcm_like_gmax25")]
    public void Devices_have_the_mean_and_spread_of_the_peer(string devices)
    {
        foreach (JsonElement row in Aihwkit("device").GetProperty(devices).EnumerateArray())
        {
            double g = row.GetProperty("g_rel").GetDouble();
            Compare(devices, g, 0, row.GetProperty("programmed"));
            foreach (JsonProperty age in row.GetProperty("after_s").EnumerateObject())
                Compare(devices, g, double.Parse(age.Name, CultureInfo.InvariantCulture), age.Value);
        }
    }

    [ReferenceTheory(Reference.Analog)]
    [InlineData("hermes_2dev")]
    [InlineData("pcm_like_gmax25")]
    public void Products_have_the_error_of_the_peer(string devices)
    {
        foreach (JsonProperty age in Aihwkit("product_error").GetProperty(devices).EnumerateObject())
        {
            double seconds = double.Parse(age.Name, CultureInfo.InvariantCulture);
            ConductanceLaw law = Law(devices, seconds);
            double factor = new AnalogWeights(law, seconds, compensated: true).Factor;
            var weights = new AnalogWeights(law, seconds, compensated: false);
            (double Plain, double Compensated)[] errors =
                [.. Enumerable.Range(0, Seeds).Select(seed => PeerProduct.Errors(weights, seed, factor))];
            Compare(age.Value.GetProperty("mvm_rel_l2"), errors.Average(static error => error.Plain), age.Name);
            Compare(age.Value.GetProperty("compensated"), errors.Average(static error => error.Compensated), age.Name);
            factor.ShouldBe(age.Value.GetProperty("global_factor").GetDouble(), 0.01, age.Name);
        }
    }

    private static ConductanceLaw Law(string devices, double seconds) => devices switch
    {
        "hermes_1dev" => new HermesLaw(isPair: false, seconds),
        "hermes_2dev" => new HermesLaw(isPair: true, seconds),
        _ => new NandakumarLaw(seconds),
    };

    private static JsonElement Aihwkit(string what) => Reference.Of(Reference.Analog).GetProperty("aihwkit").GetProperty(what);

    private static void Compare(string devices, double g, double seconds, JsonElement golden) =>
        PeerDevice.Compare(Law(devices, seconds), g, seconds, golden[0].GetDouble(), golden[1].GetDouble(), GoldenCells);

    /// <summary>Four standard deviations of a difference between two means of seeds.</summary>
    private static void Compare(JsonElement golden, double mean, string age) =>
        mean.ShouldBe(golden[0].GetDouble(), 4 * golden[1].GetDouble() * Math.Sqrt((1.0 / Seeds) + (1.0 / GoldenSeeds)), $"{age} s");
}
