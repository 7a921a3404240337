using Memti.Tensors.Buffers;
using Memti.Tensors.Kernels;
using Memti.Tensors.Values;

namespace Memti.Tensors.Layers;

/// <summary>A fully connected layer: a 1x1 convolution over one row, whose pixels are the images of the batch, plus offsets.</summary>
internal sealed unsafe class Linear
{
    private readonly Conv2d _product;
    private readonly NetworkTensor _bias;

    public Linear(Arena arena, Workers workers, KernelFunctions kernel, NetworkTensor weight, NetworkTensor bias, int inputs)
    {
        _product = new Conv2d(arena, workers, kernel, weight, adapter: null, inputs, bias.StoredCount, stride: 1, toInput: true);
        _bias = bias;
    }

    /// <summary>Packs the weights that changed since the last call.</summary>
    public void Prepare() => _product.Prepare();

    /// <summary>Y = X * W + b; shapes [1, 1, images, inputs] and [1, 1, images, outputs].</summary>
    public void Forward(Map x, Map y)
    {
        _product.Forward(x, y);
        for (int image = 0; image < y.Width; image++)
        {
            float* row = y.At(0, 0, image);
            for (int i = 0; i < y.Channels; i++)
                row[i] += _bias.Used[i];
        }
    }

    /// <summary>Gradients of all trained parameters, and dX.</summary>
    public void Backward(Map x, Map dy, Map dx)
    {
        _product.BackwardWeights(x, dy);
        _product.BackwardData(dy, dx, add: false);
        if (!_bias.IsTrained)
            return;
        // On one thread, image after image: few values, and one order of the sum.
        new Span<float>(_bias.Gradient, _bias.StoredCount).Clear();
        for (int image = 0; image < dy.Width; image++)
        {
            float* row = dy.At(0, 0, image);
            for (int i = 0; i < dy.Channels; i++)
                _bias.Gradient[i] += row[i];
        }
    }
}
