using Memti.Abstractions.Diagnostics;
using Memti.Training.Runs;
using Memti.Training.Weights.Projects;
using Memti.Training.Weights.Stages;

namespace Memti.Host.Rendering.Weights;

/// <summary>Says how far the stages of a request are.</summary>
internal abstract class WeightsWriter : IDisposable
{
    /// <summary>Who the stages tell.</summary>
    public abstract StageProgress Watch { get; }

    /// <summary>A stage begins.</summary>
    public abstract void Begin(string stage);

    /// <summary>Says what is wrong.</summary>
    public abstract void Finding(Diagnostic finding);

    /// <summary>A stage is done, or failed.</summary>
    public abstract void End(StageResult result);

    /// <summary>Says all that is wrong.</summary>
    public void Findings(IEnumerable<Diagnostic> findings)
    {
        foreach (Diagnostic finding in findings)
            Finding(finding);
    }

    public virtual void Dispose()
    {
    }

    /// <summary>Passes steps on at once, on the thread that trains.</summary>
    protected sealed class Steps(Action<TrainingProgress> tell) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => tell(value);
    }
}
