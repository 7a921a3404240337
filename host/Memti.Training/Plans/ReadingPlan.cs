using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Training;
using Memti.Training.Checkpoints;
using Memti.Training.Evaluation;
using Memti.Training.Trainers;

namespace Memti.Training.Plans;

/// <summary>An evaluation of a network with fluctuating reads, on test images.</summary>
/// <param name="Network">The network with its weights; <see cref="NetworkPlan.Fluctuation"/> is set.</param>
/// <param name="Reading">How cells are read; its draw is the first one.</param>
/// <param name="Draws">Number of draws, at least 1.</param>
public sealed record ReadingPlan(NetworkPlan Network, FluctuationReading Reading, int Draws)
{
    /// <summary>Everything that the result depends on.</summary>
    public RunIdentity Identity => new(
    [
        .. Network.Identity,
        new("reading", FluctuationIdentity.Of(Reading)),
        new("draws", string.Create(CultureInfo.InvariantCulture, $"{Draws} from {Reading.Draw}")),
    ]);

    /// <summary>Runs the evaluation.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.ImagesDoNotFit"/>: there are no test images; errors of
    /// plugins.</exception>
    public ReadScore Run(CancellationToken cancellationToken)
    {
        ImageSet images = Network.Data.Test;
        if (images.Count == 0)
            throw new MemtiException(
                new Diagnostic(DiagnosticCode.ImagesDoNotFit, $"'{Network.Data.Name}' has no test images; permitted: one or more.")
                {
                    Key = "data",
                    Value = Network.Data.Name
                });
        using GuardedTrainer trainer = Network.Create();
        (List<double> accuracies, double pulses) = ([], 0);
        for (int draw = 0; draw < Draws; draw++)
        {
            (double accuracy, double sum) = Scoring.Read(
                trainer, images, Reading with { Draw = Reading.Draw + draw }, cancellationToken);
            accuracies.Add(accuracy);
            pulses += sum / images.Count / Draws;
        }

        return new ReadScore(accuracies, pulses, trainer.ReferencePulses);
    }
}
