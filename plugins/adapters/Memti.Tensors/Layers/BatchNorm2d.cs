using Memti.Tensors.Buffers;
using Memti.Tensors.Convolutions;
using Memti.Tensors.Kernels;
using Memti.Tensors.Values;

namespace Memti.Tensors.Layers;

/// <summary>
/// Batch norm with factors, offsets and running statistics, fused with the following addition of a shortcut and ReLU. Epsilon 1e-5,
/// momentum 0.1, unbiased running variance: the defaults of PyTorch, which srebuffi/residual_adapters uses.
/// </summary>
internal sealed unsafe class BatchNorm2d
{
    /// <summary>Added to variances. Source: the default of PyTorch.</summary>
    public const double Epsilon = 1e-5;

    /// <summary>Weight of a batch in the running statistics. Source: the default of PyTorch.</summary>
    public const float Momentum = 0.1f;

    private readonly Workers _workers;
    private readonly NetworkTensor _weight;
    private readonly NetworkTensor _bias;
    private readonly NetworkTensor _runningMean;
    private readonly NetworkTensor _runningVariance;
    private readonly int _channels;
    private readonly int _stored;
    private readonly float* _scale;
    private readonly float* _shift;
    private readonly float* _mean;
    private readonly float* _inverseDeviation;
    private readonly float* _byInput;
    private readonly float* _constant;
    private readonly float* _partial;
    private readonly double* _sums;

    public BatchNorm2d(
        Arena arena,
        Workers workers,
        int batch,
        NetworkTensor weight,
        NetworkTensor bias,
        NetworkTensor runningMean,
        NetworkTensor runningVariance)
    {
        (_workers, _weight, _bias, _runningMean, _runningVariance) = (workers, weight, bias, runningMean, runningVariance);
        (_channels, _stored) = (weight.Count, weight.StoredCount);
        _scale = arena.Floats(_stored);
        _shift = arena.Floats(_stored);
        _mean = arena.Floats(_stored);
        _inverseDeviation = arena.Floats(_stored);
        _byInput = arena.Floats(_stored);
        _constant = arena.Floats(_stored);
        _partial = arena.Floats((long)batch * 2 * _stored);
        _sums = (double*)arena.Floats(4L * _stored);
    }

    /// <summary>Computes mean and variance of a batch for <see cref="Apply"/> and updates the running statistics.</summary>
    public void Measure(Map z)
    {
        // Sums of distances from the first pixel: a mean far from zero then costs the variance no digits.
        NormPass pass = new() { Input = z, Partial = _partial, Origin = z.At(0, 0, 0), Channels = _stored };
        pass.Run(_workers, &NormPass.Moments);
        AddUp(z.Images);
        double pixels = z.Pixels;
        for (int channel = 0; channel < _channels; channel++)
        {
            // In double, and not below zero: the difference of two near-equal numbers may come out negative by rounding.
            double distance = _sums[channel] / pixels, variance = Math.Max(0, (_sums[_stored + channel] / pixels) - (distance * distance));
            float mean = (float)(pass.Origin[channel] + distance);
            _mean[channel] = mean;
            _inverseDeviation[channel] = (float)(1 / Math.Sqrt(variance + Epsilon));
            _runningMean.Values[channel] += Momentum * (mean - _runningMean.Values[channel]);
            _runningVariance.Values[channel] +=
                Momentum * ((float)(variance * pixels / Math.Max(1, pixels - 1)) - _runningVariance.Values[channel]);
            SetScale(channel);
        }

        _runningMean.Changed();
        _runningVariance.Changed();
    }

    /// <summary>Selects the running statistics for <see cref="Apply"/>.</summary>
    public void UseRunning()
    {
        for (int channel = 0; channel < _channels; channel++)
        {
            _mean[channel] = _runningMean.Used[channel];
            _inverseDeviation[channel] = (float)(1 / Math.Sqrt(_runningVariance.Used[channel] + Epsilon));
            SetScale(channel);
        }
    }

    /// <summary>Y = max(0, norm(Z) + shortcut).</summary>
    /// <param name="z">Input.</param>
    /// <param name="y">Output; may be <paramref name="z"/>.</param>
    /// <param name="shortcut">
    /// None, a map like <paramref name="y"/>, or one of twice the size and half the channels, to be averaged over 2x2 pixels.
    /// </param>
    /// <param name="rectify">True when a ReLU follows.</param>
    /// <param name="copy">None, or a map that receives a copy of <paramref name="z"/>.</param>
    public void Apply(Map z, Map y, Map shortcut, bool rectify, Map copy = default)
    {
        NormPass pass = new()
        {
            Input = z,
            Output = y,
            Other = shortcut,
            Copy = copy,
            Channels = _stored,
            Rectify = rectify,
            Scale = _scale,
            Shift = _shift,
        };
        pass.Run(
            _workers, shortcut.Start == null ? &NormPass.Plain : shortcut.Height == z.Height ? &NormPass.Identity : &NormPass.Averaged);
    }

    /// <summary>
    /// The epilogue that lets the preceding convolution do the work of <see cref="Apply"/> in place. The shortcut is none or a map like the
    /// output.
    /// </summary>
    public Epilogue AsEpilogue(Map shortcut, bool rectify) =>
        new() { Scale = _scale, Shift = _shift, Shortcut = shortcut.Start, Rectify = rectify };

    /// <summary>
    /// Computes the gradients of factors and offsets, where trained, and dZ (+)= the gradient of the input. The ReLU zeroes
    /// <paramref name="gradient"/> in place where it cut off; the rest is also the gradient of the shortcut.
    /// </summary>
    /// <param name="z">Input of the batch.</param>
    /// <param name="y">Output after the ReLU; none without a ReLU.</param>
    /// <param name="gradient">Gradient of the output.</param>
    /// <param name="dz">Receives the gradient of the input.</param>
    /// <param name="add">True to add to <paramref name="dz"/>.</param>
    public void Backward(Map z, Map y, Map gradient, Map dz, bool add)
    {
        NormPass pass = new()
        {
            Input = z,
            Other = y,
            Output = gradient,
            Partial = _partial,
            Origin = _mean,
            Channels = _stored,
            Rectify = y.Start != null
        };
        pass.Run(_workers, &NormPass.GradientSums);
        AddUp(z.Images);
        double pixels = z.Pixels;
        for (int channel = 0; channel < _channels; channel++)
            SetGradient(channel, _sums[channel], _sums[_stored + channel] * _inverseDeviation[channel], pixels);
        pass.Other = gradient;
        pass.Output = dz;
        pass.Add = add;
        pass.Scale = _scale;
        pass.Shift = _constant;
        pass.ByInput = _byInput;
        pass.Run(_workers, &NormPass.InputGradient);
    }

    private void SetScale(int channel)
    {
        _scale[channel] = _weight.Used[channel] * _inverseDeviation[channel];
        _shift[channel] = _bias.Used[channel] - (_mean[channel] * _scale[channel]);
    }

    /// <summary>
    /// Sets dz = scale (g - sum(g) / m - x^ sum(g x^) / m), where x^ is the normalised input (Ioffe and Szegedy, ICML 2015), as one factor
    /// and one constant per channel.
    /// </summary>
    private void SetGradient(int channel, double sum, double sumByNormalised, double pixels)
    {
        _byInput[channel] = (float)(-_scale[channel] * sumByNormalised / pixels * _inverseDeviation[channel]);
        _constant[channel] = (float)(-_scale[channel] * sum / pixels);
        if (_weight.IsTrained)
            _weight.Gradient[channel] = (float)sumByNormalised;
        if (_bias.IsTrained)
            _bias.Gradient[channel] = (float)sum;
    }

    private void AddUp(int images)
    {
        int count = 2 * _stored;
        // Image after image, in double and on one thread: the sums are the same for any number of threads.
        new Span<double>(_sums, count).Clear();
        for (int image = 0; image < images; image++)
        {
            float* partial = _partial + ((nint)image * count);
            for (int i = 0; i < count; i++)
                _sums[i] += partial[i];
        }
    }
}
