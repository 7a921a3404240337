using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;

namespace Memti.Plugins.ImcCluster.Mapping;

/// <summary>Checks that a network can be planned.</summary>
internal static class LayerSupport
{
    internal static void Check(Network network)
    {
        if (network.Layers.Count == 0)
            throw new MemtiException(DiagnosticCode.BadNetwork, $"network '{network.Name}' has no layers.");
        if (network.SharedBits < 1 || network.TaskBits < 1)
            throw new MemtiException(DiagnosticCode.BadNetwork, $"network '{network.Name}' stores parameters in less than one bit.");
        foreach (Layer layer in network.Layers)
            Check(layer);
    }

    private static void Check(Layer layer)
    {
        if (layer.SharedParameters < 0 || layer.TaskParameters < 0)
            throw new MemtiException(DiagnosticCode.BadNetwork, $"layer '{layer.Name}' has a negative number of parameters.");
        (string What, int Value)[] sizes =
        [
            ("input channels", layer.InputChannels), ("input height", layer.InputHeight), ("input width", layer.InputWidth),
            ("output channels", layer.OutputChannels), ("output height", layer.OutputHeight), ("output width", layer.OutputWidth),
            ("kernel height", layer.KernelHeight), ("kernel width", layer.KernelWidth), ("the number of groups", layer.Groups),
            ("vertical stride", layer.StrideHeight), ("horizontal stride", layer.StrideWidth),
        ];
        foreach ((string what, int value) in sizes)
            if (value <= 0)
                throw Refuse(layer, FormattableString.Invariant($"{what} is {value}"), "1 or more");
        if (layer.InputChannels % layer.Groups != 0 || layer.OutputChannels % layer.Groups != 0)
            throw Refuse(
                layer,
                $"{layer.InputChannels} input and {layer.OutputChannels} output channels do not fall into {layer.Groups} groups",
                "groups that divide both");
    }

    private static MemtiException Refuse(Layer layer, string reason, string permitted) =>
        new(new Diagnostic(DiagnosticCode.UnsupportedLayer, $"layer '{layer.Name}' cannot run: {reason}; permitted: {permitted}.")
        {
            Key = layer.Name,
            Permitted = permitted,
        });
}
