using Microsoft.Build.Framework;

namespace Memti.Build.Tasks;

/// <summary>Trains the adapters of each task, and retrains them against the faults of the memories that hold the weights.</summary>
[MSBuildMultiThreadableTask]
public sealed class RetrainAdapters : WeightStage
{
    private protected override string Stage => "retrain";
}
