using Microsoft.Build.Framework;

namespace Memti.Build.Tasks;

/// <summary>Runs the scenario with the built weight images, for energy, area and lifetime.</summary>
[MSBuildMultiThreadableTask]
public sealed class SimulateDeployment : WeightStage
{
    private protected override string Stage => "simulate";
}
