using Memti.Abstractions.Models;
using Memti.Abstractions.Units;
using Memti.Plugins.ImcCluster.Crossbars;
using Memti.Plugins.ImcCluster.EnergyEstimates;
using Memti.Plugins.ImcCluster.Options;

namespace Memti.Plugins.ImcCluster.Mapping;

/// <summary>What a layer computes, engine by engine. The engines work one after the other.</summary>
internal sealed record LayerWork
{
    internal required Layer Layer { get; init; }

    internal required Engine Engine { get; init; }

    /// <summary>Blocks of its weights in the crossbars; empty when another engine multiplies.</summary>
    internal IReadOnlyList<WeightBlock> Blocks { get; init; } = [];

    /// <summary>Products of each block: one for each output pixel.</summary>
    internal long Pixels { get; init; }

    /// <summary>Analog products.</summary>
    internal long Products => Pixels * Blocks.Count;

    internal long CrossbarCycles { get; init; }

    /// <summary>Cycles before the first product and after the last one, which no neighbour in the layer hides. Not counted.</summary>
    internal long FillCycles { get; init; }

    /// <summary>Whole cycles of the cores.</summary>
    internal long CoreCycles { get; init; }

    /// <summary>Part of them that adds a second operand.</summary>
    internal long AdditionCycles { get; init; }

    /// <summary>Whole cycles of the depth-wise engine.</summary>
    internal long DepthwiseCycles { get; init; }

    internal long Cycles => CrossbarCycles + CoreCycles + DepthwiseCycles;

    internal ProductEnergy ProductEnergy { get; init; }

    internal Energy CoreEnergy { get; init; }

    internal Energy DepthwiseEnergy { get; init; }

    internal Energy Energy => ProductEnergy.Total + CoreEnergy + DepthwiseEnergy;
}
