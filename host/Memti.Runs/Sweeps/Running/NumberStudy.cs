using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Runs.Planning;
using Memti.Runs.Sensitivity;
using Memti.Runs.Sweeps.Documents;
using Memti.Runs.Sweeps.Results;
using Memti.Runs.Sweeps.Uncertainty;
using Memti.Scenarios.Designs;

namespace Memti.Runs.Sweeps.Running;

/// <summary>What each uncertain number does at the scenario itself, and which numbers are not drawn.</summary>
/// <param name="runner">Runs designs with moved numbers.</param>
/// <param name="study">The study.</param>
/// <param name="designs">Its designs as they stand, with what the study sets everywhere.</param>
internal sealed class NumberStudy(PointRunner runner, SweepStudy study, IReadOnlyList<DesignScenario> designs)
{
    /// <summary>
    /// The metrics of the study with one number at each end of its range and all others at their values: for each number, metric and
    /// design that it moves.
    /// </summary>
    public IReadOnlyList<TornadoBar> Tornado()
    {
        double[][] plain = runner.Values(study.Set, moved: null);
        List<TornadoBar> bars = [];
        foreach (UncertainParameter number in UncertainParameter.Of(designs, [], runner.Cells).Where(NumberDraws.IsDrawn))
        {
            double[][]? low = Moved(number, 0), high = Moved(number, 1);
            (string Low, string High) ends = (NumberDraws.At(number, 0), NumberDraws.At(number, 1));
            for (int metric = 0; metric < study.Metrics.Count; metric++)
                for (int design = 0; design < plain.Length; design++)
                {
                    int column = study.Metrics[metric];
                    double at = plain[design][column];
                    (double below, double above) = (low?[design][column] ?? double.NaN, high?[design][column] ?? double.NaN);
                    if (!double.IsNaN(at) && (below != at || above != at))
                        bars.Add(new TornadoBar(
                            metric, design, number.Name, number.Status, ends.Low, ends.High, at, below, above));
                }
        }

        return bars;
    }

    /// <summary>
    /// Fitted and assumed numbers of the designs and their cells that nothing states a range of. Words and switches are choices, not
    /// numbers.
    /// </summary>
    public IReadOnlyList<UnsampledNumber> Unsampled(CancellationToken cancellationToken)
    {
        PlannedDesign[] planned = [.. designs.Select(design => runner.Plan(design, cancellationToken))];
        return
        [
            .. UncertainParameter.Of(designs, planned, runner.Cells)
                .Where(static number => number is { IsFittedOrAssumed: true, Stated: null, Words.Count: 0 } && IsNumber(number.Value))
                .Select(static number => new UnsampledNumber(number.Name, number.Value, number.Status)),
        ];
    }

    private static bool IsNumber(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private double[][]? Moved(UncertainParameter number, double share)
    {
        try
        {
            return runner.Values(study.Set, other => other.Name == number.Name ? NumberDraws.At(number, share) : null);
        }
        catch (MemtiException)
        {
            return null; // a design refuses the value
        }
    }
}
