using Memti.Abstractions.Diagnostics;
using Memti.Training.Runs;
using Memti.Training.Weights.Projects;
using Memti.Training.Weights.Stages;

namespace Memti.Host.Rendering.Weights;

/// <summary>Output of the stages of a request.</summary>
internal abstract class WeightsWriter : IDisposable
{
    /// <summary>Progress callbacks for the stages.</summary>
    public abstract StageProgress Watch { get; }

    /// <summary>Called when a stage starts.</summary>
    public abstract void Begin(string stage);

    /// <summary>Says what happens now, such as waiting.</summary>
    public abstract void Remark(string text);

    /// <summary>Reports a finding.</summary>
    public abstract void Finding(Diagnostic finding);

    /// <summary>Called when a stage has succeeded or failed.</summary>
    public abstract void End(StageResult result);

    /// <summary>Reports findings.</summary>
    public void Findings(IEnumerable<Diagnostic> findings)
    {
        foreach (Diagnostic finding in findings)
            Finding(finding);
    }

    public virtual void Dispose()
    {
    }

    /// <summary>Passes progress on synchronously, on the training thread.</summary>
    // Progress<T> would post to the thread pool, where reports may overtake one another.
    protected sealed class Steps(Action<TrainingProgress> tell) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => tell(value);
    }
}
