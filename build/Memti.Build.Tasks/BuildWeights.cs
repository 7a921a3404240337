using Microsoft.Build.Framework;

namespace Memti.Build.Tasks;

/// <summary>Runs all stages in one worker process. For builds that want all of them: most builds have nothing to do, and starting the
/// process takes most of their time.</summary>
[MSBuildMultiThreadableTask]
public sealed class BuildWeights : WeightStage
{
    private protected override string Stage => "build";
}
