using System.Globalization;
using System.Text.Json;
using Memti.Abstractions.Cells;
using Memti.Abstractions.Parameters;
using Memti.Arrays.Faults;
using Memti.Arrays.Levels;

namespace Memti.Arrays.Tests.Levels;

/// <summary>Misread rates and faults beside those that nvmFI and MLCSim gave when somebody else ran them.</summary>
public sealed class PeerLevelTests
{
    private const string File = "golden-level-faults.json";
    private const int Cells = 1_000_000;

    /// <summary>MLCSim takes shares above a threshold from 1, which leaves 16 digits behind the point.</summary>
    private const double Cancellation = 2.3e-16;

    [ReferenceFact(File)]
    public void Rates_are_those_of_MLCSim_to_its_last_digit()
    {
        foreach (JsonProperty map in Peer("mlcsim").GetProperty("maps").EnumerateObject())
        {
            int bits = int.Parse(map.Name.Split(' ')[^1], CultureInfo.InvariantCulture);
            ConfusionMatrix ours = LevelReading.Of(new LevelTable(
                bits, Numbers(map.Value, "means"), Numbers(map.Value, "sigma"), NumberStatus.Published, "MLCSim")).Confusion;
            (double[] down, double[] up) = (Numbers(map.Value, "down"), Numbers(map.Value, "up"));
            for (int level = 0; level < ours.Levels; level++)
            {
                ours.MisreadDown(level).ShouldBe(down[level], (down[level] * 1e-8) + Cancellation, $"{map.Name}, level {level}, down");
                ours.MisreadUp(level).ShouldBe(up[level], (up[level] * 1e-8) + Cancellation, $"{map.Name}, level {level}, up");
            }

            double mean = map.Value.GetProperty("mean_cell").GetDouble();
            ours.MeanErrorRate.ShouldBe(mean, (mean * 1e-8) + Cancellation, map.Name);
        }
    }

    [ReferenceFact(File)]
    public void Faults_of_a_million_cells_are_those_of_nvmFI_within_four_standard_deviations()
    {
        ConfusionMatrix rates = LevelReading.Of(PublishedLevels.ThreeBits).Confusion;
        var sampler = new FaultSampler(rates);
        foreach (JsonElement row in Peer("nvmfi").GetProperty("per_million_cells_of_each_level_8_levels").EnumerateArray())
        {
            byte level = row.GetProperty("level").GetByte();
            IReadOnlyList<CellFault> faults =
                sampler.Map(Enumerable.Repeat(level, Cells).ToArray(), FaultSeed.Named(1, $"peer/{level}"));
            Compare(row, "down", rates.MisreadDown(level), faults.Count(fault => fault.Read < level));
            Compare(row, "up", rates.MisreadUp(level), faults.Count(fault => fault.Read > level));
        }
    }

    [ReferenceFact(File)]
    public void Bytes_in_three_cells_have_the_errors_of_nvmFI()
    {
        ConfusionMatrix two = LevelReading.Of(PublishedLevels.TwoBits).Confusion;
        ConfusionMatrix three = LevelReading.Of(PublishedLevels.ThreeBits).Confusion;
        var codec = new ValueCodec(CellVector.Of(2, 3, 3), CellEncoding.NaturalBinary);
        ValueErrorRates ours = ValueErrors.Of(codec, [two, three, three]);
        foreach (JsonElement row in Peer("nvmfi").GetProperty("values").GetProperty("cases").EnumerateArray()
            .Where(static row => row.GetProperty("levels_per_cell").GetArrayLength() == 3))
        {
            const double values = 1 << 20;
            double expected = ours.ValueErrorRate * values;
            row.GetProperty("wrong").GetDouble().ShouldBe(expected, 4 * Math.Sqrt(expected));
            row.GetProperty("mean_abs_error_lsb").GetDouble().ShouldBe(ours.MeanAbsoluteError, ours.MeanAbsoluteError * 0.02);
            row.GetProperty("rms_error_lsb").GetDouble().ShouldBe(ours.RootMeanSquareError, ours.RootMeanSquareError * 0.02);
        }
    }

    private static void Compare(JsonElement row, string way, double rate, int drawn)
    {
        double deviation = Math.Sqrt(Cells * rate * (1 - rate));
        double peer = row.GetProperty(way).GetDouble();
        // The peer rounds its number of faults down, and draws the places alone.
        (rate * Cells).ShouldBe(peer, (4 * deviation) + 1, $"level {row.GetProperty("level")}, {way}, rate");
        ((double)drawn).ShouldBe(peer, (4 * deviation) + 1, $"level {row.GetProperty("level")}, {way}, drawn");
    }

    private static double[] Numbers(JsonElement of, string name) =>
        [.. of.GetProperty(name).EnumerateArray().Select(static number => number.GetDouble())];

    private static JsonElement Peer(string name) =>
        JsonDocument.Parse(System.IO.File.ReadAllText(RepositoryFiles.Reference(File))).RootElement.GetProperty(name);
}
