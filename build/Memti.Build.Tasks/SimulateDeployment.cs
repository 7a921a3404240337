using Microsoft.Build.Framework;

namespace Memti.Build.Tasks;

/// <summary>Runs the scenario with what was built, for its energy, area and lifetime.</summary>
[MSBuildMultiThreadableTask]
public sealed class SimulateDeployment : WeightStage
{
    private protected override string Stage => "simulate";
}
