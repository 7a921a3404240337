using Memti.Abstractions.Units;
using Memti.Plugins.ImcCluster.EnergyEstimates;
using Memti.Plugins.ImcCluster.Mapping;
using Memti.Plugins.ImcCluster.Options;

namespace Memti.Plugins.ImcCluster.Studies;

/// <summary>A bottleneck under one of the mappings that the article compares.</summary>
/// <param name="Name">Name of the mapping.</param>
/// <param name="Mapped">Each of its layers on its engine.</param>
/// <param name="Time">Time of all of them.</param>
/// <param name="Static">Energy of the on power over that time.</param>
internal sealed record MappingVariant(string Name, MappedNetwork Mapped, SimTime Time, Energy Static)
{
    private static readonly (string Name, KernelEngine Convolutions, Engine Depthwise)[] All =
    [
        ("cores", KernelEngine.Cores, Engine.Cores),
        ("crossbar alone", KernelEngine.Crossbar, Engine.Crossbar),
        ("cores + crossbar", KernelEngine.Crossbar, Engine.Cores),
        ("cores + crossbar + engine", KernelEngine.Crossbar, Engine.DepthwiseEngine),
    ];

    internal long Cycles => Mapped.Cycles;

    internal long Crossbar => Mapped.Works.Sum(static work => work.CrossbarCycles);

    internal long Cores => Mapped.Works.Sum(static work => work.CoreCycles);

    internal long Addition => Mapped.Works.Sum(static work => work.AdditionCycles);

    internal long Depthwise => Mapped.Works.Sum(static work => work.DepthwiseCycles);

    internal ProductEnergy Products => Mapped.ProductEnergy;

    internal Energy CoreEnergy => Mapped.CoreEnergy;

    internal Energy DepthwiseEnergy => Mapped.DepthwiseEnergy;

    internal Energy Total => Products.Total + CoreEnergy + DepthwiseEnergy + Static;

    /// <summary>The mappings of a bottleneck: cores first, the published best last.</summary>
    internal static IReadOnlyList<MappingVariant> Of(ImcClusterOptions options, Bottleneck bottleneck) =>
        [.. All.Select(mapping =>
        {
            ImcClusterOptions own = options.With(copy =>
            {
                // Each layer counts as one of many: the rules for the first and the last one say nothing of a bottleneck.
                copy.Convolutions = copy.FirstLayer = copy.FullyConnected = mapping.Convolutions;
                (copy.Depthwise, copy.TaskKernels, copy.Layers) = (mapping.Depthwise, KernelEngine.Cores, null);
            });
            MappedNetwork mapped = MappedNetwork.Of(own, bottleneck.Network);
            SimTime time = options.Clock.Cycles(mapped.Cycles);
            return new MappingVariant(mapping.Name, mapped, time, options.On * time);
        })];
}
