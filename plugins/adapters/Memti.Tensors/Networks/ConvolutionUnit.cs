using Memti.Tensors.Buffers;
using Memti.Tensors.Fluctuation;
using Memti.Tensors.Layers;
using Memti.Tensors.Values;

namespace Memti.Tensors.Networks;

/// <summary>A 3x3 convolution with its adapter and batch norm and, optionally, a shortcut and ReLU.</summary>
internal sealed unsafe class ConvolutionUnit
{
    private readonly Conv2d _convolution;
    private readonly Conv2d? _series;
    private readonly BatchNorm2d? _seriesNorm;
    private readonly BatchNorm2d _norm;
    private readonly AnalogLayer? _analog;
    private readonly bool _rectifies;
    private readonly Map _input;
    private readonly Map _product;
    private readonly Map _normalised;
    private readonly Map _sum;
    private readonly Map _output;
    private readonly Map _sumGradient;
    private readonly Map _adapterGradient;

    /// <param name="builder">Creates the parts.</param>
    /// <param name="input">Map that will hold the input.</param>
    /// <param name="inputs">Channels of the input.</param>
    /// <param name="outputs">Channels of the output.</param>
    /// <param name="stride">1 or 2.</param>
    /// <param name="names">Names of convolution, adapter and batch norm.</param>
    /// <param name="rectifies">True when a ReLU follows.</param>
    public ConvolutionUnit(
        NetworkBuilder builder,
        Map input,
        int inputs,
        int outputs,
        int stride,
        (string Convolution, string Adapter, string Norm) names,
        bool rectifies)
    {
        int stored = Map.Padded(outputs), pixels = input.Height / stride;
        (_input, _rectifies) = (input, rectifies);
        NetworkTensor weight = builder.Kernels(names.Convolution + ".weight", TensorRole.Convolution, inputs, outputs, 3, input.Channels);
        NetworkTensor? parallel = builder.Adapters == AdapterWiring.Parallel
            ? builder.Kernels(names.Adapter + ".weight", TensorRole.Adapter, inputs, outputs, 1, input.Channels)
            : null;
        // Only the stem reads three channels without padding, and nothing needs the gradient of images.
        bool toInput = inputs != input.Channels || inputs != 3;
        _convolution = builder.Convolution(weight, parallel, input.Channels, stored, stride, toInput);
        _analog = builder.Analog(weight, input, stored, stride, toInput);
        _product = builder.Map(pixels, stored);
        _output = builder.Map(pixels, stored);
        _sumGradient = builder.Shared(pixels, stored, SharedMap.Sum);
        _sum = _product;
        if (builder.Adapters == AdapterWiring.Series)
        {
            _seriesNorm = builder.Norm(names.Adapter + ".bn", outputs);
            _series = builder.Convolution(
                builder.Kernels(names.Adapter + ".weight", TensorRole.Adapter, outputs, outputs, 1, stored),
                null,
                stored,
                stored,
                1,
                toInput: true);
            (_normalised, _sum) = (builder.Map(pixels, stored), builder.Map(pixels, stored));
            _adapterGradient = builder.Shared(pixels, stored, SharedMap.Adapter);
        }

        _norm = builder.Norm(names.Norm, outputs);
    }

    public Map Output => _output;

    /// <summary>Computes the output of a number of images.</summary>
    /// <param name="images">Images.</param>
    /// <param name="train">True to use the statistics of the batch in batch norms.</param>
    /// <param name="shortcut">Map to add before the ReLU; may be none.</param>
    public void Forward(int images, bool train, Map shortcut)
    {
        _convolution.Prepare();
        if (_analog is { } analog)
        {
            analog.Code(images, train);
            _convolution.Forward(analog.Coded.Of(images), _product.Of(images));
            analog.AddNoise(_product.Of(images));
            Norm(_norm, _product.Of(images), train);
            _norm.Apply(_product.Of(images), _output.Of(images), shortcut, _rectifies);
            return;
        }

        // Inference without a series adapter needs no intermediate map: norm, shortcut and ReLU happen in the convolution's own pass. A
        // shortcut of another size needs its mean over 2x2 pixels, which only the norm's pass computes.
        if (!train && _series == null && (shortcut.Start == null || shortcut.Height == _output.Height))
        {
            _norm.UseRunning();
            _convolution.Forward(_input.Of(images), _output.Of(images), epilogue: _norm.AsEpilogue(shortcut, _rectifies));
            return;
        }

        _convolution.Forward(_input.Of(images), _product.Of(images));
        if (_series != null)
            Adapt(images, train);
        Norm(_norm, _sum.Of(images), train);
        _norm.Apply(_sum.Of(images), _output.Of(images), shortcut, _rectifies);
    }

    /// <summary>Gradients of the parameters and of the input.</summary>
    /// <param name="images">Images.</param>
    /// <param name="gradient">Gradient of the output; becomes the gradient of the shortcut.</param>
    /// <param name="toInput">Receives the gradient of the input; none when it is not needed.</param>
    /// <param name="add">True to add to <paramref name="toInput"/>.</param>
    public void Backward(int images, Map gradient, Map toInput, bool add)
    {
        Map sum = _sumGradient.Of(images);
        _norm.Backward(_sum.Of(images), _rectifies ? _output.Of(images) : default, gradient, sum, add: false);
        if (_series != null)
        {
            Map adapter = _adapterGradient.Of(images);
            _series.BackwardWeights(_normalised.Of(images), sum);
            _series.BackwardData(sum, adapter, add: false);
            // Added: the product reaches the sum twice, directly and through norm and adapter.
            _seriesNorm!.Backward(_product.Of(images), default, adapter, sum, add: true);
        }

        if (_analog is { } analog)
        {
            _convolution.BackwardWeights(analog.Coded.Of(images), sum);
            analog.BackwardNoise(sum);
            if (toInput.Start == null)
                return;
            _convolution.BackwardData(sum, analog.CodedGradient.Of(images), add: false);
            analog.BackwardCodes(images, toInput, add);
            return;
        }

        _convolution.BackwardWeights(_input.Of(images), sum);
        if (toInput.Start != null)
            _convolution.BackwardData(sum, toInput, add);
    }

    private void Adapt(int images, bool train)
    {
        Norm(_seriesNorm!, _product.Of(images), train);
        _seriesNorm!.Apply(_product.Of(images), _normalised.Of(images), default, rectify: false, copy: _sum.Of(images));
        _series!.Prepare();
        _series.Forward(_normalised.Of(images), _sum.Of(images), add: true);
    }

    private static void Norm(BatchNorm2d norm, Map map, bool train)
    {
        if (train)
            norm.Measure(map);
        else
            norm.UseRunning();
    }
}
