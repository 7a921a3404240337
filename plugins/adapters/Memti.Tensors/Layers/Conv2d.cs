using Memti.Tensors.Buffers;
using Memti.Tensors.Convolutions;
using Memti.Tensors.Kernels;
using Memti.Tensors.Values;

namespace Memti.Tensors.Layers;

/// <summary>
/// A 3x3 convolution with padding 1, or a 1x1 convolution; stride 1 or 2, no bias. A parallel 1x1 adapter of the same stride is folded into
/// the centre tap, so it costs only its own gradient.
/// </summary>
internal sealed unsafe class Conv2d
{
    private readonly Workers _workers;
    private readonly KernelFunctions _kernel;
    private readonly NetworkTensor _weight;
    private readonly NetworkTensor? _adapter;
    private readonly int _kernelSize;
    private readonly int _stride;
    private readonly int _inputs;
    private readonly int _outputs;
    private readonly float* _forward;
    private readonly float* _backward;
    private readonly float* _scratch;
    private readonly float* _unpadded;
    private long _weightVersion = -1;
    private long _adapterVersion = -1;

    /// <param name="arena">Memory for the packed weights.</param>
    /// <param name="workers">Threads that compute.</param>
    /// <param name="kernel">Micro-kernel.</param>
    /// <param name="weight">Kernels.</param>
    /// <param name="adapter">1x1 kernels to add at the centre; may be null.</param>
    /// <param name="inputs">Stored channels of the input.</param>
    /// <param name="outputs">Stored channels of the output.</param>
    /// <param name="stride">1 or 2.</param>
    /// <param name="toInput">True when <see cref="BackwardData"/> will be called.</param>
    public Conv2d(
        Arena arena,
        Workers workers,
        KernelFunctions kernel,
        NetworkTensor weight,
        NetworkTensor? adapter,
        int inputs,
        int outputs,
        int stride,
        bool toInput)
    {
        (_workers, _kernel, _weight, _adapter, _inputs, _outputs, _stride) = (workers, kernel, weight, adapter, inputs, outputs, stride);
        _kernelSize = weight.Shape.Count > 2 ? weight.Shape[2] : 1;
        _forward = arena.Floats((long)Area * inputs * outputs);
        if (toInput)
            _backward = arena.Floats((long)Area * inputs * outputs);
        if (!weight.IsTrained && adapter is not { IsTrained: true })
            return;
        int size = weight.IsTrained ? _kernelSize : 1;
        _scratch = arena.Floats(WeightGradient.ScratchFloats(size, inputs, outputs));
        if (size * inputs % 4 != 0)
            _unpadded = arena.Floats((long)size * WeightGradient.RowsOf(size, inputs) * outputs);
    }

    private int Area => _kernelSize * _kernelSize;

    private int Centre => Area / 2;

    /// <summary>Packs the weights that changed since the last call.</summary>
    public void Prepare()
    {
        bool all = _weightVersion != _weight.Version;
        if (!all && _adapterVersion == (_adapter?.Version ?? -1))
            return;
        PackedWeights packing = new()
        {
            Weights = _weight.Used,
            Added = _adapter != null ? _adapter.Used : null,
            Taps = Area,
            // A step that changes the adapter alone repacks the centre tap alone: a ninth of the work while the backbone is frozen.
            FirstTap = all ? 0 : Centre,
            EndTap = all ? Area : Centre + 1,
            Inputs = _inputs,
            Outputs = _outputs,
            IsFlipped = _stride == 1,
            Forward = _forward,
            Backward = _backward,
        };
        packing.Run(_workers);
        (_weightVersion, _adapterVersion) = (_weight.Version, _adapter?.Version ?? -1);
    }

    /// <summary>Z (+)= X * W, with an epilogue in the same pass.</summary>
    public void Forward(Map x, Map z, bool add = false, Epilogue epilogue = default)
    {
        ConvolutionPass pass = Pass(x, z, _forward, Area * _inputs, add);
        (pass.Stride, pass.Spread, pass.Height, pass.Width) = (_stride, 1, z.Height, z.Width);
        pass.Taps = Taps.Window(_kernelSize, _inputs, out pass.TapCount);
        pass.Epilogue = epilogue;
        pass.Run(_workers);
    }

    /// <summary>dX (+)= dZ * transposed W.</summary>
    public void BackwardData(Map dz, Map dx, bool add)
    {
        ConvolutionPass pass = Pass(dz, dx, _backward, Area * _outputs, add);
        (pass.Stride, pass.Spread) = (1, _stride);
        if (_stride == 1)
        {
            (pass.Height, pass.Width) = (dx.Height, dx.Width);
            pass.Taps = Taps.Window(_kernelSize, _outputs, out pass.TapCount);
            pass.Run(_workers);
            return;
        }

        // At stride 2 a 1x1 kernel reaches one of four input pixels; the others must still become zero.
        if (_kernelSize == 1 && !add)
            new Span<float>(dx.Start, checked((int)dx.Floats)).Clear();
        (pass.Height, pass.Width) = (dz.Height, dz.Width);
        // Input pixels of one parity meet the same taps, so each of the four parities is a dense convolution of its own.
        for (int phase = 0; phase < 4; phase++)
        {
            (pass.FirstRow, pass.FirstColumn) = (phase / 2, phase % 2);
            pass.Taps = Taps.Phase(_kernelSize, _outputs, phase / 2, phase % 2, out pass.TapCount);
            if (pass.TapCount > 0)
                pass.Run(_workers);
        }
    }

    /// <summary>
    /// Gradients of all trained parameters: weights, adapter, or both. The adapter's gradient equals that of the centre tap.
    /// </summary>
    public void BackwardWeights(Map x, Map dz)
    {
        if (_weight.IsTrained)
            Gradient(x, dz, _kernelSize, _weight.Gradient);
        if (_adapter is not { IsTrained: true })
            return;
        if (_weight.IsTrained)
            Copy(_weight.Gradient + ((nint)Centre * _inputs * _outputs), _adapter.Gradient, _inputs * _outputs);
        else
            Gradient(x, dz, 1, _adapter.Gradient);
    }

    private ConvolutionPass Pass(Map x, Map z, float* packed, int rows, bool add) =>
        new() { X = x, Z = z, Packed = packed, PackedRows = rows, Add = add, Kernel = _kernel };

    private void Gradient(Map x, Map dz, int size, float* target)
    {
        WeightGradient gradient = new()
        {
            X = x,
            Dz = dz,
            KernelSize = size,
            Stride = _stride,
            Kernel = _kernel,
            Target = _unpadded != null ? _unpadded : target,
            Scratch = _scratch,
        };
        gradient.Run(_workers);
        if (_unpadded == null)
            return;
        int length = size * _inputs * _outputs;
        for (int window = 0; window < size; window++)
            Copy(_unpadded + ((nint)window * gradient.Rows * _outputs), target + ((nint)window * length), length);
    }

    private static void Copy(float* from, float* to, int count) => new ReadOnlySpan<float>(from, count).CopyTo(new Span<float>(to, count));
}
