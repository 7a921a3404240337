using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;

namespace Memti.Plugins.Nvdla.Convolution;

/// <summary>Checks that the engine can run a layer.</summary>
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

    internal static MemtiException Refuse(Layer layer, string reason, string permitted) =>
        new(new Diagnostic(DiagnosticCode.UnsupportedLayer, $"layer '{layer.Name}' cannot run: {reason}; permitted: {permitted}.")
        {
            Key = layer.Name,
            Permitted = permitted,
        });

    private static void Check(Layer layer)
    {
        if (layer.SharedParameters < 0 || layer.TaskParameters < 0)
            throw new MemtiException(DiagnosticCode.BadNetwork, $"layer '{layer.Name}' has a negative number of parameters.");
        CheckPositive(layer, "input channels", layer.InputChannels);
        CheckPositive(layer, "input height", layer.InputHeight);
        CheckPositive(layer, "input width", layer.InputWidth);
        CheckPositive(layer, "output channels", layer.OutputChannels);
        CheckPositive(layer, "output height", layer.OutputHeight);
        CheckPositive(layer, "output width", layer.OutputWidth);
        CheckPositive(layer, "kernel height", layer.KernelHeight);
        CheckPositive(layer, "kernel width", layer.KernelWidth);
        CheckPositive(layer, "vertical stride", layer.StrideHeight);
        CheckPositive(layer, "horizontal stride", layer.StrideWidth);
        CheckGroups(layer);
        CheckPooling(layer);
        CheckExtent(layer, "height", layer.InputHeight, layer.KernelHeight, layer.StrideHeight, layer.OutputHeight);
        CheckExtent(layer, "width", layer.InputWidth, layer.KernelWidth, layer.StrideWidth, layer.OutputWidth);
    }

    private static void CheckPositive(Layer layer, string what, int value)
    {
        if (value <= 0)
            throw Refuse(layer, $"{what} is {value}", "1 or more");
    }

    private static void CheckGroups(Layer layer)
    {
        CheckPositive(layer, "the number of groups", layer.Groups);
        if (layer.InputChannels % layer.Groups != 0 || layer.OutputChannels % layer.Groups != 0)
            throw Refuse(
                layer,
                $"{layer.InputChannels} input and {layer.OutputChannels} output channels do not fall into {layer.Groups} groups",
                "groups that divide both");
    }

    private static void CheckPooling(Layer layer)
    {
        if (layer.Pooling is not { } window)
            return;
        CheckPositive(layer, "height of its pooling window", window.Height);
        CheckPositive(layer, "width of its pooling window", window.Width);
        CheckPositive(layer, "vertical stride of its pooling window", window.StrideHeight);
        CheckPositive(layer, "horizontal stride of its pooling window", window.StrideWidth);
    }

    /// <summary>
    /// Checks the output size. A layer states its output, not its padding; with more than kernel - 1 on a side a kernel would lie in
    /// padding alone.
    /// </summary>
    private static void CheckExtent(Layer layer, string what, int input, int kernel, int stride, int output)
    {
        // In 64 bits: an absurd extent must be refused, and in 32 bits it could wrap around into the permitted range.
        long most = input + (2L * (kernel - 1));
        long needed = ((output - 1L) * stride) + kernel;
        if (layer.Kind is LayerKind.Convolution or LayerKind.Pooling && needed > most)
            throw Refuse(
                layer,
                $"{output} kernels of {what} {kernel} at stride {stride} need a padded input of {needed}",
                $"at most {most} for an input of {input}");
    }
}
