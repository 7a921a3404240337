using System.Text.Json;
using Memti.Plugins.ImcCluster.Noise;

namespace Memti.Plugins.ImcCluster.Tests.Noise;

/// <summary>Products with weights of few levels beside those of CrossSim: nothing in them is drawn.</summary>
public sealed class QuantisedWeightTests
{
    private const int Side = 256;

    [ReferenceTheory(Reference.Analog)]
    [InlineData(4)]
    [InlineData(8)]
    public void Programmed_levels_give_the_products_of_CrossSim(int weightBits)
    {
        JsonElement golden = Reference.Of(Reference.Analog).GetProperty("crosssim").GetProperty("quantised").GetProperty("cases")
            .EnumerateArray().Single(one =>
                one.GetProperty("weight_bits").GetInt32() == weightBits && one.GetProperty("adc_bits").GetInt32() == 0);
        var codes = new AnalogCodes(8, weightBits, new AnalogWeights(new HermesLaw(isPair: true, 0), 0, compensated: false));
        (double wrong, double right) = (0, 0);
        var first = new List<double>();
        for (int row = 0; row < Side; row++)
            for (int vector = 0; vector < 16; vector++)
            {
                (double ours, double ideal) = (0, 0);
                for (int column = 0; column < Side; column++)
                {
                    int code = (((73 * row) + (151 * column) + (17 * row * column)) % 255) - 127;
                    double input = ((((97 * column) + 31 + (41 * vector)) % 255) - 127) / 127.0;
                    ours += codes.Target(code) * input;
                    ideal += code / 127.0 * input;
                }

                (wrong, right) = (wrong + ((ours - ideal) * (ours - ideal)), right + (ideal * ideal));
                if (vector == 0 && row < 4)
                    first.Add(ours);
            }

        Math.Sqrt(wrong / right).ShouldBe(golden.GetProperty("mvm_rel_l2").GetDouble(), 1e-5);
        foreach ((double ours, JsonElement theirs) in first.Zip(golden.GetProperty("y0_first4").EnumerateArray()))
            ours.ShouldBe(theirs.GetDouble(), 1e-5);
    }
}
