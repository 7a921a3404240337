using Memti.Arrays.Fluctuation;
using Memti.Training.Statistics;

namespace Memti.Training.Fluctuation;

/// <summary>Results of a study of fluctuating reads.</summary>
/// <param name="Name">Name of the experiment.</param>
/// <param name="Study">What was compared.</param>
/// <param name="Reads">How the cell is read.</param>
/// <param name="Clean">Accuracy of each task's starting networks in floating point, without noise, by task, over seeds.</param>
/// <param name="Rows">All networks and read levels, task by task, seed by seed.</param>
public sealed record FluctuationResult(
    string Name,
    FluctuationStudy Study,
    CellReads Reads,
    IReadOnlyList<(string Task, SampleSummary Accuracy)> Clean,
    IReadOnlyList<FluctuationRow> Rows)
{
    /// <summary>Techniques and read levels over seeds, in the order of the study.</summary>
    public IReadOnlyList<FluctuationPoint> Points { get; } =
    [
        .. Rows.GroupBy(static row => (row.Task, row.Technique, row.Level)).Select(rows => new FluctuationPoint(
            rows.Key.Task,
            rows.Key.Technique,
            rows.Key.Level,
            SampleSummary.Of([.. rows.Select(static row => row.Score.Accuracy)]),
            SampleSummary.Of([.. rows.Select(static row => row.Score.Energy)]),
            rows.Average(static row => row.Score.Pulses) * Reads.CellJoules))
    ];

    /// <summary>Energies for the accuracies of the plain network; empty when no plain network was asked for.</summary>
    public IReadOnlyList<EqualAccuracy> AtEqualAccuracy =>
    [
        .. Points.Where(static point => point.Technique == FluctuationTechnique.Plain).SelectMany(plain => Study.Techniques
            .Where(static technique => technique != FluctuationTechnique.Plain)
            .Select(technique => new EqualAccuracy(
                plain.Task,
                technique,
                plain.Accuracy.Mean,
                plain.Energy.Mean,
                EqualAccuracy.EnergyAt(Curve(plain.Task, technique), plain.Accuracy.Mean))))
    ];

    /// <summary>Variance of reading bit by bit over that of direct reading, at full scale: in closed form, and of sampled cells.</summary>
    public (double Exact, double Sampled) VarianceRatio { get; } = RatioOf(Study, Reads);

    /// <summary>Energy of reading bit by bit over that of direct reading, of the same networks at the highest read level; null
    /// without both.</summary>
    public double? PulseRatio(string task)
    {
        double[] Of(string name) =>
            [.. Points.Where(point => point.Task == task && point.Technique.Name == name).Select(static point => point.Energy.Mean)];
        (double[] direct, double[] split) = (Of("plain"), Of("C"));
        // At the highest level: noise at the lower ones changes the inputs of later layers, and with them their codes.
        return direct.Length > 0 && split.Length == direct.Length ? split[^1] / direct[^1] : null;
    }

    private static (double Exact, double Sampled) RatioOf(FluctuationStudy study, CellReads reads)
    {
        var sampled = new SampledReads(reads.Fluctuation, study.InputBits, reads.Correlation);
        return (sampled.Exact, sampled.Sample(seed: 1));
    }

    private (double Energy, double Accuracy)[] Curve(string task, FluctuationTechnique technique) =>
    [
        .. Points.Where(point => point.Task == task && point.Technique == technique)
            .Select(static point => (point.Energy.Mean, point.Accuracy.Mean))
            .OrderBy(static point => point.Item1)
    ];
}
