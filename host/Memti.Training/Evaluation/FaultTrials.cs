using Memti.Abstractions.Training;
using Memti.Training.Faults;
using Memti.Training.Trainers;

namespace Memti.Training.Evaluation;

/// <summary>Evaluates a network with the faults of one chip after another.</summary>
public static class FaultTrials
{
    /// <summary>Evaluates a network in its memories. Parameters in a memory without faults are read once.</summary>
    /// <param name="faults">The network with its weights and memories.</param>
    /// <param name="images">Images outside the training images.</param>
    /// <param name="pruned">Fraction of the shared weights that are zero and use no cells.</param>
    /// <param name="seed">Seed of the faults.</param>
    /// <param name="chips">Indices of the chips.</param>
    /// <param name="finished">Receives each finished trial; may be null.</param>
    /// <param name="cancellationToken">Stops the evaluation between two calls.</param>
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
        // All parameters once without faults: the baseline, and the state of the parts that no chip changes.
        faults.OverrideCodes(ParameterPart.All, null);
        ImageScore baseline = Scoring.Score(faults.Trainer, images, cancellationToken);
        List<TrialScore> trials = [];
        foreach (ulong chip in chips)
        {
            // Only faulty parts are read again: the others are equal on all chips.
            long misread = faults.OverrideCodes(faults.Faulty, FaultMap.OfChip(seed, chip));
            trials.Add(new TrialScore(chip, misread, Scoring.Score(faults.Trainer, images, cancellationToken)));
            finished?.Report(trials[^1]);
        }

        return new FaultEvaluation(baseline, trials, seed);
    }
}
