using Memti.Abstractions.Units;
using Memti.Plugins.ImcCluster.EnergyEstimates;
using Memti.Plugins.ImcCluster.Mapping;
using Memti.Plugins.ImcCluster.Options;

namespace Memti.Plugins.ImcCluster.Studies;

/// <summary>A bottleneck under one of the mappings that the article compares.</summary>
/// <param name="Name">Name of the mapping.</param>
/// <param name="Works">What each layer computes.</param>
/// <param name="Time">Time of all of them.</param>
/// <param name="Static">Energy of the on power over that time.</param>
internal sealed record MappingVariant(string Name, IReadOnlyList<LayerWork> Works, SimTime Time, Energy Static)
{
    private static readonly (string Name, KernelEngine Convolutions, Engine Depthwise)[] All =
    [
        ("cores", KernelEngine.Cores, Engine.Cores),
        ("crossbar alone", KernelEngine.Crossbar, Engine.Crossbar),
        ("cores + crossbar", KernelEngine.Crossbar, Engine.Cores),
        ("cores + crossbar + engine", KernelEngine.Crossbar, Engine.DepthwiseEngine),
    ];

    internal long Cycles => Works.Sum(static work => work.Cycles);

    internal long Crossbar => Works.Sum(static work => work.CrossbarCycles);

    internal long Cores => Works.Sum(static work => work.CoreCycles);

    internal long Addition => Works.Sum(static work => work.AdditionCycles);

    internal long Depthwise => Works.Sum(static work => work.DepthwiseCycles);

    internal ProductEnergy Products => Works.Aggregate(default(ProductEnergy), static (sum, work) => sum + work.ProductEnergy);

    internal Energy CoreEnergy => Works.Aggregate(Energy.Zero, static (sum, work) => sum + work.CoreEnergy);

    internal Energy DepthwiseEnergy => Works.Aggregate(Energy.Zero, static (sum, work) => sum + work.DepthwiseEnergy);

    internal Energy Total => Products.Total + CoreEnergy + DepthwiseEnergy + Static;

    /// <summary>The mappings of a bottleneck: cores first, the published best last.</summary>
    internal static IReadOnlyList<MappingVariant> Of(ImcClusterOptions options, Bottleneck bottleneck) =>
        [.. All.Select(mapping =>
        {
            ImcClusterOptions mapped = options.With(mapping.Convolutions, mapping.Depthwise);
            IReadOnlyList<LayerWork> works = MappedNetwork.Of(mapped, bottleneck.Network).Works;
            SimTime time = options.Clock.Cycles(works.Sum(static work => work.Cycles));
            return new MappingVariant(mapping.Name, works, time, options.On * time);
        })];
}
