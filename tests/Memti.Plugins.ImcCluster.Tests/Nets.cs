using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Models;
using Memti.Abstractions.Units;
using Memti.Networks;

namespace Memti.Plugins.ImcCluster.Tests;

/// <summary>Networks and memories of tests.</summary>
internal static class Nets
{
    internal static Layer Pointwise(string name, int inputs, int outputs, int side, bool adds = false) => new()
    {
        Name = name,
        Kind = LayerKind.Convolution,
        InputChannels = inputs,
        InputHeight = side,
        InputWidth = side,
        OutputChannels = outputs,
        OutputHeight = side,
        OutputWidth = side,
        SharedParameters = (long)inputs * outputs,
        AddsOperand = adds,
    };

    internal static Layer Depthwise(string name, int channels, int side, int kernel = 3) => new()
    {
        Name = name,
        Kind = LayerKind.Convolution,
        InputChannels = channels,
        InputHeight = side,
        InputWidth = side,
        OutputChannels = channels,
        OutputHeight = side,
        OutputWidth = side,
        KernelHeight = kernel,
        KernelWidth = kernel,
        Groups = channels,
        SharedParameters = (long)channels * kernel * kernel,
    };

    internal static Network Of(params Layer[] layers) => new("net", "task", layers) { SharedBits = 8, TaskBits = 8 };

    /// <summary>The network that ships, all of it shared.</summary>
    internal static Network MobileNet()
    {
        IReadOnlyList<Layer> layers = NetworkFile.Read(RepositoryFiles.Of("samples", "networks", "mobilenetv2.csv")).Layers;
        return Of([.. layers.Select(static layer => layer with { SharedParameters = layer.TaskParameters, TaskParameters = 0 })]);
    }

    internal static Placement Placement(double gigabytes = 1000)
    {
        MemoryPort port = new(
            "memory", OnChip: true, Bandwidth.FromGigabytesPerSecond(gigabytes), Bandwidth.FromGigabytesPerSecond(gigabytes));
        return new Placement { SharedWeights = port, TaskWeights = port, Activations = port, Input = port };
    }
}
