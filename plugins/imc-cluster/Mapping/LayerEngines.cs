using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Plugins.ImcCluster.Options;
using Memti.Plugins.ImcCluster.Timing;

namespace Memti.Plugins.ImcCluster.Mapping;

/// <summary>Which engine computes a layer: the rules of the options, and the exceptions that they name.</summary>
internal sealed class LayerEngines
{
    private const string Words = "cores, crossbar, depthwise_engine";

    private readonly ImcClusterOptions _options;
    private readonly bool _hasShared;
    private readonly Dictionary<string, Engine> _exceptions = new(StringComparer.Ordinal);

    /// <exception cref="MemtiException"><see cref="ImcCodes.BadMapping"/>.</exception>
    internal LayerEngines(ImcClusterOptions options, Network network)
    {
        (_options, _hasShared) = (options, network.Layers.Any(static layer => layer.SharedParameters > 0));
        foreach (string pair in options.Layers?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [])
            Except(pair, network);
    }

    /// <exception cref="MemtiException"><see cref="ImcCodes.BadMapping"/>: a kernel of a task beside shared ones.</exception>
    internal Engine Of(Layer layer, int index)
    {
        Engine engine = Chosen(layer, index);
        // The memory of shared parameters is the arrays: what is written there is written once, for all tasks.
        return engine == Engine.Crossbar && _hasShared && IsOfTask(layer)
            ? throw Bad(
                layer.Name, "its kernels are of one task, and the arrays hold what all tasks share", "cores, from the memory of the task")
            : engine;
    }

    private Engine Chosen(Layer layer, int index)
    {
        if (_exceptions.TryGetValue(layer.Name, out Engine exception))
            return exception;
        if (layer.Kind is not (LayerKind.Convolution or LayerKind.FullyConnected))
            return Engine.Cores;
        Engine engine = ByRule(layer, index);
        if (engine == Engine.Crossbar && IsOfTask(layer) && _options.TaskKernels == KernelEngine.Cores)
            return Engine.Cores;
        return engine == Engine.DepthwiseEngine && !FitsEngine(layer) ? Engine.Cores : engine;
    }

    private Engine ByRule(Layer layer, int index)
    {
        if (CoreKernels.IsDepthwise(layer))
            return _options.Depthwise;
        KernelEngine engine = layer.Kind == LayerKind.FullyConnected ? _options.FullyConnected
            : index == 0 ? _options.FirstLayer
            : _options.Convolutions;
        return engine == KernelEngine.Cores ? Engine.Cores : Engine.Crossbar;
    }

    /// <summary>True when the kernels are not shared by all tasks.</summary>
    private static bool IsOfTask(Layer layer) =>
        layer.SharedParameters < (long)layer.KernelHeight * layer.KernelWidth * (layer.InputChannels / layer.Groups) * layer.OutputChannels;

    private static bool FitsEngine(Layer layer) => CoreKernels.IsDepthwise(layer)
        && layer is { KernelHeight: 3, KernelWidth: 3 }
        && layer.OutputChannels == layer.InputChannels;

    private void Except(string pair, Network network)
    {
        string[] sides = pair.Split('=', 2, StringSplitOptions.TrimEntries);
        Layer layer = network.Layers.FirstOrDefault(known => known.Name == sides[0])
            ?? throw Bad(pair, $"no layer of network '{network.Name}' is named '{sides[0]}'", "names of its layers");
        Engine engine = sides.ElementAtOrDefault(1) switch
        {
            "cores" => Engine.Cores,
            "crossbar" => Engine.Crossbar,
            "depthwise_engine" => Engine.DepthwiseEngine,
            _ => throw Bad(pair, $"'{pair}' names no engine", $"name=engine with one of {Words}"),
        };
        bool multiplies = layer.Kind is LayerKind.Convolution or LayerKind.FullyConnected;
        if ((engine == Engine.DepthwiseEngine && !FitsEngine(layer)) || (engine == Engine.Crossbar && !multiplies))
            throw Bad(
                pair,
                $"layer '{layer.Name}' cannot run there",
                engine == Engine.Crossbar ? "layers with kernels" : "depth-wise convolutions of 3x3");
        _exceptions[layer.Name] = engine;
    }

    private static MemtiException Bad(string value, string reason, string permitted) =>
        new(new Diagnostic(ImcCodes.BadMapping, $"'layers' has '{value}': {reason}; permitted: {permitted}.")
        {
            Key = "layers",
            Value = value,
            Permitted = permitted,
        });
}
