using System.Diagnostics;
using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Training;
using Memti.Training.Checkpoints;
using Memti.Training.Codes;
using Memti.Training.Trainers;

namespace Memti.Training.Runs;

/// <summary>
/// Drives a trainer from its first step, or from a checkpoint, to its last. A resumed run gives the same bytes as one without interruption:
/// the checkpoint contains everything that matters, and no clock does.
/// </summary>
public sealed class TrainingRun
{
    private readonly TrainingJob _job;
    private readonly int _stepsPerEpoch;
    private readonly List<EpochRecord> _history = [];
    private readonly Stopwatch _sinceStart = Stopwatch.StartNew();
    private readonly Stopwatch _sinceCheckpoint = Stopwatch.StartNew();
    private EpochSums _sums = EpochSums.None;
    private ReadOnlyMemory<byte> _best;
    private long _position;
    private long _images;
    private long _steps;

    private TrainingRun(TrainingJob job) => (_job, _stepsPerEpoch) = (job, job.Trainer.StepsPerEpoch);

    private EpochRecord? Best => _history.MaxBy(static epoch => epoch.ValidationAccuracy);

    private long TotalSteps => (long)_job.Epochs * _stepsPerEpoch;

    /// <summary>Runs the training.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; a complete checkpoint exists.</exception>
    /// <exception cref="MemtiException">
    /// <see cref="TrainingCodes.LossNotFinite"/>: the last good checkpoint remains; <see cref="DiagnosticCode.CheckpointDoesNotFit"/>;
    /// <see cref="DiagnosticCode.OutputUnwritable"/>; or an error of the plugin.
    /// </exception>
    public static TrainingOutcome Run(TrainingJob job, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(job);
        return new TrainingRun(job).Train(cancellationToken);
    }

    private TrainingOutcome Train(CancellationToken cancellationToken)
    {
        // Formats before the state: a checkpoint restores the formats that were chosen later.
        _job.Faults?.Prepare();
        GoOn();
        _job.Faults?.Begin();
        try
        {
            while (_history.Count < _job.Epochs)
                Epoch(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            WriteCheckpoint();
            throw;
        }

        return new TrainingOutcome(_best, Best!.Epoch, Best.ValidationAccuracy, _history);
    }

    private void GoOn()
    {
        if (_job.Restart || _job.CheckpointFile is not { } file || CheckpointFile.Read(file, _job.Identity) is not { } checkpoint)
            return;
        CheckpointFile.Explain(file, () => _job.Trainer.LoadState(checkpoint.State));
        _history.AddRange(checkpoint.History);
        (_sums, _best, _position) = (checkpoint.Sums, checkpoint.Best, _job.Trainer.Position);
    }

    private void Epoch(CancellationToken cancellationToken)
    {
        long end = (_history.Count + 1L) * _stepsPerEpoch;
        while (_position < end)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Step();
            if (_sinceCheckpoint.Elapsed >= _job.CheckpointEvery)
                WriteCheckpoint();
        }

        EndEpoch(Validate(cancellationToken));
        WriteCheckpoint();
    }

    private void Step()
    {
        _job.Faults?.BeforeStep(_position);
        TrainingStep step = _job.Trainer.Step();
        // Before the step is counted, so that no checkpoint contains a diverged network.
        if (!double.IsFinite(step.Loss))
            throw NotFinite(step);
        _position++;
        (_sums, _images, _steps) = (_sums.With(step), _images + step.Images, _steps + 1);
        Report(null);
    }

    private double Validate(CancellationToken cancellationToken) => _job.Faults is { } faults
        ? faults.Validate(_job.Validation, cancellationToken)
        : Scoring.Score(_job.Trainer, _job.Validation, cancellationToken).Accuracy;

    private void EndEpoch(double accuracy)
    {
        EpochRecord epoch = _sums.Finish(_history.Count + 1, accuracy);
        // Strictly better: at equal accuracy the earlier epoch stays.
        if (Best is null || accuracy > Best.ValidationAccuracy)
            _best = _job.Trainer.Save(_job.Kept, _job.HalfPrecision);
        _history.Add(epoch);
        Report(epoch);
        _sums = EpochSums.None;
    }

    private void WriteCheckpoint()
    {
        _sinceCheckpoint.Restart();
        if (_job.CheckpointFile is { } file)
            CheckpointFile.Write(file, new Checkpoint(_job.Identity, _history, _sums, _best, _job.Trainer.SaveState()));
    }

    private void Report(EpochRecord? finished)
    {
        double seconds = Math.Max(_sinceStart.Elapsed.TotalSeconds, 1e-9);
        _job.Progress?.Report(new TrainingProgress
        {
            Epoch = finished?.Epoch ?? _history.Count + 1,
            Epochs = _job.Epochs,
            Step = finished is null ? _position - ((long)_history.Count * _stepsPerEpoch) : _stepsPerEpoch,
            Steps = _stepsPerEpoch,
            Sums = _sums,
            ImagesPerSecond = _images / seconds,
            Left = TimeSpan.FromSeconds(_steps == 0 ? 0 : Math.Min((TotalSteps - _position) * seconds / _steps, 1e9)),
            Finished = finished,
            Best = Best?.ValidationAccuracy,
        });
    }

    private MemtiException NotFinite(TrainingStep step)
    {
        string kept = _job.CheckpointFile is { } file && File.Exists(file) ? $" The last good checkpoint is '{file}'." : "";
        string where = string.Create(
            CultureInfo.InvariantCulture, $"step {_position + 1} (epoch {_history.Count + 1}, learning rate {step.LearningRate:G4})");
        return new MemtiException(
            new Diagnostic(
                TrainingCodes.LossNotFinite,
                $"the loss of {where} is no number any more: training has run away. Take a smaller learning rate or a warm-up, and "
                    + $"--restart.{kept}")
            {
                Key = "learning_rate",
                Value = step.LearningRate.ToString("R", CultureInfo.InvariantCulture),
            });
    }
}
