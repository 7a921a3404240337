using Memti.Tensors.Buffers;
using Memti.Tensors.Kernels;
using Memti.Tensors.Layers;

namespace Memti.Tensors.Networks;

/// <summary>
/// Two convolutions and a shortcut: the input itself or, at stride 2, its mean over 2x2 pixels with zeros for the new channels.
/// </summary>
internal sealed unsafe class BasicBlock
{
    private readonly ConvolutionUnit _first;
    private readonly ConvolutionUnit _second;
    private readonly Workers _workers;
    private readonly int _stride;
    private readonly Map _input;
    private readonly Map _gradient;
    private readonly Map _innerGradient;
    private readonly Map _inputGradient;

    public BasicBlock(NetworkBuilder builder, Map input, int inputs, int outputs, int stride, string name)
    {
        (_workers, _input, _stride) = (builder.Workers, input, stride);
        _first = new ConvolutionUnit(builder, input, inputs, outputs, stride, Names(name, 1), rectifies: true);
        _second = new ConvolutionUnit(builder, _first.Output, outputs, outputs, 1, Names(name, 2), rectifies: true);
        (int pixels, int stored) = (Output.Height, Output.Channels);
        _gradient = builder.Shared(pixels, stored, SharedMap.Block);
        _innerGradient = builder.Shared(pixels, stored, SharedMap.Inner);
        _inputGradient = builder.Shared(input.Height, input.Channels, SharedMap.Block);
    }

    public Map Output => _second.Output;

    public void Forward(int images, bool train)
    {
        _first.Forward(images, train, default);
        _second.Forward(images, train, _input.Of(images));
    }

    /// <summary>
    /// Turns the gradient in the shared map of the output's size into that of the input in the map of its size. At stride 1 both are one
    /// map.
    /// </summary>
    public void Backward(int images)
    {
        Map gradient = _gradient.Of(images), inner = _innerGradient.Of(images), input = _inputGradient.Of(images);
        _second.Backward(images, gradient, inner, add: false);
        // At stride 1 the gradient of the shortcut already lies in the map of the input; the convolution below adds to it.
        if (_stride == 2)
            PoolPass.AverageBackward(_workers, gradient, input);
        _first.Backward(images, inner, input, add: true);
    }

    private static (string Convolution, string Adapter, string Norm) Names(string block, int half) =>
        ($"{block}.conv{half}", $"{block}.adapter{half}", $"{block}.bn{half}");
}
