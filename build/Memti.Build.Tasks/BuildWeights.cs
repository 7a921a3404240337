using Microsoft.Build.Framework;

namespace Memti.Build.Tasks;

/// <summary>All stages in one start of the worker: what a build uses that asks for all of them, as most builds have nothing to do and a start takes the most of that.</summary>
[MSBuildMultiThreadableTask]
public sealed class BuildWeights : WeightStage
{
    private protected override string Stage => "build";
}
