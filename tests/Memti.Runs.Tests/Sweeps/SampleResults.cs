using Memti.Runs.Jobs;
using Memti.Runs.Sweeps.Results;

namespace Memti.Runs.Tests.Sweeps;

/// <summary>Results of a study that was never run: two designs over a rate and a word.</summary>
internal static class SampleResults
{
    public static SweepResult Of(params StudyChart[] charts) => Of(["a", "b"], charts);

    public static SweepResult Of(IReadOnlyList<string> words, params StudyChart[] charts)
    {
        double[] rates = [1, 10, 100];
        var table = new TableBuilder(
            [new SweepAxis("fps", "workload.fps", "frames/s", true, true), new SweepAxis("cell", "", "", false, false)],
            [new SweepMetric("energy_per_frame_mj", "energy per frame, mJ", "mJ"), new SweepMetric("area", "area, mm2", "mm2")],
            ["first", "second"],
            rates.Length * words.Count);
        for (int point = 0; point < rates.Length * words.Count; point++)
        {
            (int rate, int word) = (point / words.Count, point % words.Count);
            table.Name(point, new JobKey(1, (ulong)point), axis => axis == 0 ? $"{rates[rate]}" : words[word]);
            table.Set(point, [[100 / rates[rate], double.NaN], [10 * (word + 1), 1 + word]], [0, 1]);
        }

        SweepTable built = table.Build([]);
        SweepObjective[] objectives = [new(0, false), new(1, false)];
        return new SweepResult
        {
            Study = "sample",
            Description = "a sample of results",
            File = "sample.study.yaml",
            Sha256 = "0123456789abcdef",
            Base = "sample.memti.yaml",
            BaseSha256 = "fedcba9876543210",
            Version = "1",
            Table = built,
            Objectives = objectives,
            Front = FrontSearch.Of(built, objectives),
            CrossingMetric = 0,
            Crossings = CrossingSearch.Of(built, 0),
            Charts = charts,
            Plugins = [],
        };
    }
}
