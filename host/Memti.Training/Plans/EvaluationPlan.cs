using Memti.Abstractions.Diagnostics;
using Memti.Plugins.Catalog;
using Memti.Training.Codes;
using Memti.Training.Evaluation;
using Memti.Training.Faults;
using Memti.Training.Trainers;

namespace Memti.Training.Plans;

/// <summary>An evaluation of a network in its memories, on test images.</summary>
/// <param name="Network">The network with its weights.</param>
/// <param name="Storage">Its memories.</param>
/// <param name="Chips">Indices of the chips; empty for fixed point without faults.</param>
public sealed record EvaluationPlan(NetworkPlan Network, WeightStorage Storage, IReadOnlyList<ulong> Chips)
{
    /// <summary>Runs the evaluation.</summary>
    /// <exception cref="MemtiException"><see cref="TrainingCodes.NoFaults"/>: chips are requested, but no memory has faults;
    /// <see cref="DiagnosticCode.ImagesDoNotFit"/>: there are no test images; errors of plugins.</exception>
    public FaultEvaluation Run(PluginCatalog catalog, IProgress<TrialScore>? finished, CancellationToken cancellationToken)
    {
        if (Network.Data.Test.Count == 0)
            throw new MemtiException(
                new Diagnostic(DiagnosticCode.ImagesDoNotFit, $"'{Network.Data.Name}' has no test images; permitted: one or more.")
                {
                    Key = "data",
                    Value = Network.Data.Name
                });
        using GuardedTrainer trainer = Network.Create();
        WeightFaults faults = Storage.Hold(trainer, catalog);
        if (Chips.Count > 0)
            Storage.RequireFaults(faults);
        return FaultTrials.Run(faults, Network.Data.Test, Storage.Pruned, Network.Seed, Chips, finished, cancellationToken);
    }
}
