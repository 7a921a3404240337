using Microsoft.Build.Framework;

namespace Memti.Build.Tasks;

/// <summary>Writes the weight image of each region, and the manifest.</summary>
[MSBuildMultiThreadableTask]
public sealed class EmitWeightImages : WeightStage
{
    private protected override string Stage => "emit";
}
