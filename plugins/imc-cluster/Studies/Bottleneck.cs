using System.Globalization;
using Memti.Abstractions.Models;
using Memti.Plugins.ImcCluster.Mapping;
using Memti.Plugins.ImcCluster.Timing;

namespace Memti.Plugins.ImcCluster.Studies;

/// <summary>A point-wise expansion, a depth-wise convolution and a point-wise projection that follow one another.</summary>
/// <param name="Name">Channels, hidden channels, channels and pixels of a side: <c>96-576-96@14</c>; <c>s2</c> for a stride.</param>
/// <param name="Network">The three layers with shared kernels.</param>
/// <param name="Times">How often the network has it.</param>
internal sealed record Bottleneck(string Name, Network Network, int Times)
{
    private const int LayersOfBottleneck = 3;

    /// <summary>All bottlenecks of a network, each shape once, in order.</summary>
    internal static IReadOnlyList<Bottleneck> In(Network network)
    {
        Network resident = MappedNetwork.Resident(network);
        return
        [
            .. Enumerable.Range(0, Math.Max(0, resident.Layers.Count - LayersOfBottleneck + 1))
                .Select(start => resident.Layers.Skip(start).Take(LayersOfBottleneck).ToArray())
                .Where(static layers => IsPointwise(layers[0]) && CoreKernels.IsDepthwise(layers[1]) && IsPointwise(layers[2]))
                .GroupBy(NameOf, StringComparer.Ordinal)
                .Select(group => new Bottleneck(group.Key, network with { Name = group.Key, Layers = group.First() }, group.Count())),
        ];
    }

    private static string NameOf(Layer[] layers)
    {
        string stride = layers[1].StrideHeight > 1 ? $"s{layers[1].StrideHeight}" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{layers[0].InputChannels}-{layers[0].OutputChannels}-{layers[2].OutputChannels}@{layers[0].InputHeight}{stride}"
                + $"{(layers[2].AddsOperand || layers[1].StrideHeight > 1 ? "" : " without addition")}");
    }

    private static bool IsPointwise(Layer layer) =>
        layer is { Kind: LayerKind.Convolution, KernelHeight: 1, KernelWidth: 1, Groups: 1 };
}
