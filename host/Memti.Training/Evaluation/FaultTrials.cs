using Memti.Abstractions.Training;
using Memti.Training.Faults;
using Memti.Training.Trainers;

namespace Memti.Training.Evaluation;

/// <summary>Tries a network with the faults of one chip after another.</summary>
public static class FaultTrials
{
    /// <summary>Evaluates a network in its memories. What lies in a safe memory is read once.</summary>
    /// <param name="faults">The network with the weights to be tried.</param>
    /// <param name="images">Images that it did not learn from.</param>
    /// <param name="pruned">Share of the shared weights that are zero and take no cells.</param>
    /// <param name="seed">Seed of the faults.</param>
    /// <param name="chips">Numbers of the chips.</param>
    /// <param name="finished">Is told of every finished trial.</param>
    /// <param name="cancellationToken">Ends the evaluation between two calls.</param>
    public static FaultEvaluation Run(
        WeightFaults faults,
        ImageSet images,
        double pruned,
        ulong seed,
        IReadOnlyList<ulong> chips,
        IProgress<TrialScore>? finished,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(faults);
        ArgumentNullException.ThrowIfNull(chips);
        faults.Trainer.Quantize(pruned);
        faults.OverrideCodes(ParameterPart.All, null);
        ImageScore baseline = Scoring.Score(faults.Trainer, images, cancellationToken);
        List<TrialScore> trials = [];
        foreach (ulong chip in chips)
        {
            long misread = faults.OverrideCodes(faults.Faulty, FaultMap.OfChip(seed, chip));
            trials.Add(new TrialScore(chip, misread, Scoring.Score(faults.Trainer, images, cancellationToken)));
            finished?.Report(trials[^1]);
        }

        return new FaultEvaluation(baseline, trials, seed);
    }
}
