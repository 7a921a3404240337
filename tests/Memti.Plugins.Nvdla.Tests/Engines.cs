using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Models;
using Memti.Abstractions.Units;
using Memti.Plugins.Adapters;
using Memti.Plugins.Adapters.Backbones;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Tests;

internal static class Engines
{
    /// <summary>A rate at which no transfer is ever the bottleneck.</summary>
    internal static readonly Bandwidth Plenty = Bandwidth.FromGigabytesPerSecond(10_000);

    internal static readonly MemoryPort Features = new("activations", OnChip: true, Plenty, Plenty);

    private static readonly string[] PaperTasks = ["cifar100", "gtsrb", "ucf101"];

    internal static IReadOnlyList<Network> PaperNetworks(AdapterForm form, int px = 64)
    {
        var model = new ResNet26(
            new ResNet26Options { Adapters = form, InputPx = px }, [.. PaperTasks.Select(static task => new TaskRequest(task))]);
        return [.. Enumerable.Range(0, PaperTasks.Length).Select(model.Build)];
    }

    internal static Network APlainNetwork() => PaperNetworks(AdapterForm.None)[0];

    internal static Network AnAdapterNetwork() => PaperNetworks(AdapterForm.Parallel)[0];

    internal static Network ANetwork(params Layer[] layers) => new("test", "task", layers) { SharedBits = 8, TaskBits = 8 };

    internal static Layer AConvolution(int channels = 64, int px = 16, int kernels = 64, int kernel = 3, int stride = 1) => new()
    {
        Name = "conv",
        Kind = LayerKind.Convolution,
        InputChannels = channels,
        InputHeight = px,
        InputWidth = px,
        OutputChannels = kernels,
        OutputHeight = stride < 1 ? px : (px + stride - 1) / stride,
        OutputWidth = stride < 1 ? px : (px + stride - 1) / stride,
        KernelHeight = kernel,
        KernelWidth = kernel,
        StrideHeight = stride,
        StrideWidth = stride,
        TaskParameters = (long)channels * kernels * kernel * kernel,
    };

    internal static Placement WeightsIn(MemoryPort weights) => WeightsIn(weights, weights);

    internal static Placement WeightsIn(MemoryPort shared, MemoryPort task) =>
        new() { SharedWeights = shared, TaskWeights = task, Activations = Features, Input = Features };

    internal static Placement AnyPlacement() => WeightsIn(new MemoryPort("weights", OnChip: true, Plenty, Plenty));

    /// <summary>Frames per second when a frame runs each network once.</summary>
    internal static double FramesPerSecond(NvdlaOptions options, IEnumerable<Network> networks, Placement placement)
    {
        var engine = new NvdlaAccelerator(options);
        return 1 / networks.Sum(network => engine.Plan(network, placement).Duration.Seconds);
    }
}
