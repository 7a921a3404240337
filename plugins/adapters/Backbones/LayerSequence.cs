using Memti.Abstractions.Models;

namespace Memti.Plugins.Adapters.Backbones;

/// <summary>
/// Converts convolutions to the layers that an accelerator runs. Batch norm, activation and additions belong to the layer that they follow.
/// The batch norm of a convolution with adapter belongs to the adapter, whose sum it scales.
/// </summary>
internal sealed class LayerSequence(AdapterForm form)
{
    private readonly List<Layer> _layers = [];

    internal IReadOnlyList<Layer> Layers => _layers;

    internal void Add(ConvolutionShape shape)
    {
        if (shape.StartsBlock && shape.Stride > 1)
            _layers.Add(Shortcut(shape));
        _layers.Add(Convolution(shape));
        if (form != AdapterForm.None)
            _layers.Add(Adapter(shape));
    }

    /// <summary>Adds global average pooling, with the last batch norm before it, and the classifier.</summary>
    internal void AddHead(int channels, int px, int classes)
    {
        _layers.Add(Square("head.pool", LayerKind.Pooling, channels, px, channels, 1, kernel: px, stride: px) with
        {
            TaskParameters = 2L * channels,
        });
        _layers.Add(Square("head.classifier", LayerKind.FullyConnected, channels, 1, classes, 1, kernel: 1, stride: 1) with
        {
            TaskParameters = (channels + 1L) * classes,
        });
    }

    /// <summary>Average over 2x2 pixels. The doubled channels are zero and cost nothing.</summary>
    private static Layer Shortcut(ConvolutionShape shape) => Square(
        $"{shape.Prefix}.shortcut",
        LayerKind.Pooling,
        shape.InputChannels,
        shape.InputPx,
        shape.InputChannels,
        shape.OutputPx,
        kernel: 2,
        stride: 2);

    private Layer Convolution(ConvolutionShape shape)
    {
        Layer layer = Square(
            $"{shape.Prefix}.conv{shape.Suffix}", LayerKind.Convolution,
            shape.InputChannels, shape.InputPx, shape.OutputChannels, shape.OutputPx, kernel: 3, shape.Stride);
        return form == AdapterForm.None
            ? layer with { TaskParameters = shape.Weights + shape.NormParameters, AddsOperand = shape.EndsBlock }
            // Shared kernels alone: such a layer can start before the task's own set is loaded.
            : layer with { SharedParameters = shape.Weights, AddsOperand = shape.EndsBlock };
    }

    private Layer Adapter(ConvolutionShape shape)
    {
        string name = $"{shape.Prefix}.adapter{shape.Suffix}";
        Layer layer = form == AdapterForm.Parallel
            ? Square(
                name,
                LayerKind.Convolution,
                shape.InputChannels,
                shape.InputPx,
                shape.OutputChannels,
                shape.OutputPx,
                kernel: 1,
                shape.Stride)
            : Square(
                name,
                LayerKind.Convolution,
                shape.OutputChannels,
                shape.OutputPx,
                shape.OutputChannels,
                shape.OutputPx,
                kernel: 1,
                stride: 1);
        // The series form has a batch norm before the adapter and one after it.
        long norms = form == AdapterForm.Series ? 2 * shape.NormParameters : shape.NormParameters;
        return layer with
        {
            TaskParameters = shape.AdapterWeights(form) + norms,
            SharesInput = form == AdapterForm.Parallel,
            AddsOperand = true,
        };
    }

    private static Layer Square(
        string name, LayerKind kind, int inputChannels, int inputPx, int outputChannels, int outputPx, int kernel, int stride) => new()
        {
            Name = name,
            Kind = kind,
            InputChannels = inputChannels,
            InputHeight = inputPx,
            InputWidth = inputPx,
            OutputChannels = outputChannels,
            OutputHeight = outputPx,
            OutputWidth = outputPx,
            KernelHeight = kernel,
            KernelWidth = kernel,
            StrideHeight = stride,
            StrideWidth = stride,
        };
}
