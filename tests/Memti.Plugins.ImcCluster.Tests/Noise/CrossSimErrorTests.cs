using System.Text.Json;
using Memti.Plugins.ImcCluster.Noise;

namespace Memti.Plugins.ImcCluster.Tests.Noise;

/// <summary>Errors of programming and of reads beside those of CrossSim: products and devices within four standard deviations.</summary>
public sealed class CrossSimErrorTests
{
    private const int Seeds = 5;
    private const int GoldenSeeds = 20;
    private const int GoldenCells = 40_000;

    /// <summary>Half of the last digit of the curves.</summary>
    private const double Printed = 5e-7;

    private const string Programming = "programming error";
    private const string Reads = "read noise, new at every product";
    private const string OfDevices = "programming error of the device model";

    /// <summary>Cases whose law Memti has: those of pairs that rest at the least conductance, but not SONOS, whose law is no
    /// polynomial.</summary>
    public static TheoryData<string, string, string?, double> Cases => new()
    {
        { "generic", Programming, "independent of conductance", 0.01 },
        { "generic", Programming, "independent of conductance", 0.05 },
        { "generic", Programming, "proportional to conductance", 0.01 },
        { "generic", Programming, "proportional to conductance", 0.05 },
        { "generic infinite on/off", Programming, "independent of conductance", 0.01 },
        { "generic infinite on/off", Programming, "independent of conductance", 0.05 },
        { "generic infinite on/off", Programming, "proportional to conductance", 0.01 },
        { "generic read noise", Reads, "independent of conductance", 0.01 },
        { "generic read noise", Reads, "independent of conductance", 0.05 },
        { "generic read noise", Reads, "proportional to conductance", 0.01 },
        { "PCMJoshi", OfDevices, null, 0 },
        { "RRAMMilo", OfDevices, null, 0 },
    };

    [ReferenceTheory(Reference.Analog)]
    [MemberData(nameof(Cases))]
    public void Products_have_the_error_of_CrossSim(string name, string what, string? scaling, double sigma)
    {
        JsonElement golden = CrossSim("products_with_errors").EnumerateArray().Single(row =>
            row.GetProperty("case").GetString() == name
            && row.GetProperty("what").GetString() == what
            && row.GetProperty("pair").GetString() == "one-sided"
            && (scaling is null || (row.GetProperty("scaling").GetString() == scaling && row.GetProperty("sigma").GetDouble() == sigma)));
        double ratio = golden.GetProperty("g_max_uS").GetDouble() / golden.GetProperty("g_min_uS").GetDouble();
        ConductanceLaw law = Devices(name)
            ?? (scaling![0] == 'i' ? new StatedLaw(sigma, 0, 0, ratio) : new StatedLaw(0, sigma, 0, ratio));
        var weights = new AnalogWeights(law, 0, compensated: false);

        double mean = Enumerable.Range(0, Seeds).Average(seed =>
            what == Reads ? PeerProduct.ErrorOfReads(weights, seed) : PeerProduct.Errors(weights, seed, 1).Plain);

        double deviation = golden.GetProperty("sd_between_seeds").GetDouble();
        mean.ShouldBe(golden.GetProperty("mvm_rel_l2_mean").GetDouble(), 4 * deviation * Math.Sqrt((1.0 / Seeds) + (1.0 / GoldenSeeds)));
    }

    [ReferenceTheory(Reference.Analog)]
    [InlineData("PCMJoshi", "PCMJoshi Gmax 25uS on/off 100")]
    [InlineData("RRAMMilo", "RRAMMilo 50..225uS")]
    public void Devices_have_the_mean_and_spread_of_CrossSim(string name, string curve)
    {
        foreach (JsonElement row in CrossSim("device_curves").GetProperty("models").GetProperty(curve).EnumerateArray())
            PeerDevice.Compare(
                Devices(name)!,
                row.GetProperty("w").GetDouble(),
                0,
                row.GetProperty("mean").GetDouble(),
                row.GetProperty("sd").GetDouble(),
                GoldenCells,
                Printed);
    }

    /// <summary>The published fits, with conductances over the greatest one.</summary>
    private static StatedLaw? Devices(string name) => name switch
    {
        // Of Joshi et al. 2020: 25 µS, and a hundredth of it at rest.
        "PCMJoshi" => new StatedLaw(0.28638599 / 25, 0.07585724, -0.00178767 * 25, 100),
        // Of Milo et al. 2021: 50 to 225 µS.
        "RRAMMilo" => new StatedLaw(4.782321 / 225, -0.009107, 0, 225 / 50.0),
        _ => null,
    };

    private static JsonElement CrossSim(string what) => Reference.Of(Reference.Analog).GetProperty("crosssim").GetProperty(what);
}
