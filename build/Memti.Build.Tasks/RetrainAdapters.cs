using Microsoft.Build.Framework;

namespace Memti.Build.Tasks;

/// <summary>Trains the adapters of each task, and retrains them against the faults of the weight memories.</summary>
[MSBuildMultiThreadableTask]
public sealed class RetrainAdapters : WeightStage
{
    private protected override string Stage => "retrain";
}
