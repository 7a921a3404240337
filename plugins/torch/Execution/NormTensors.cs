using Memti.Abstractions.Graphs.Operations;
using static TorchSharp.torch;

namespace Memti.Plugins.Torch.Execution;

/// <summary>
/// A batch norm with its parameters. Memories store it as scale and shift, with the running statistics folded in; codes that they return
/// take effect outside of training steps alone, which use the statistics of their batch.
/// </summary>
internal sealed class NormTensors(
    string name,
    BatchNormalisation operation,
    ParameterTensor scale,
    ParameterTensor shift,
    ParameterTensor mean,
    ParameterTensor variance,
    bool learnsStatistics) : IDisposable
{
    private Tensor? _scaleCodes;
    private Tensor? _shiftCodes;
    private long _version;

    /// <summary>Name of the node, such as <c>stage1.block1.bn1</c>.</summary>
    public string Name => name;

    public BatchNormalisation Operation => operation;

    public ParameterTensor Scale => scale;

    public ParameterTensor Shift => shift;

    public ParameterTensor Mean => mean;

    public ParameterTensor Variance => variance;

    public int Channels => (int)scale.Description.Count;

    /// <summary>True when its codes replace its values outside of training steps.</summary>
    public bool IsReplaced => _scaleCodes is not null || _shiftCodes is not null;

    /// <summary>Rises with every change of what <see cref="Folded"/> returns.</summary>
    public long Version => _version + scale.Version + shift.Version + mean.Version + variance.Version;

    /// <summary>The norm of a training step.</summary>
    public Tensor Train(Tensor x)
    {
        if (learnsStatistics && x.dtype == ScalarType.Float32)
            return Learn(x);
        Tensor y = nn.functional.batch_norm(
            x,
            mean.Value,
            variance.Value,
            scale.Used,
            shift.Used,
            training: learnsStatistics,
            momentum: operation.Momentum,
            eps: operation.Epsilon);
        if (learnsStatistics)
        {
            mean.Changed();
            variance.Changed();
        }

        return y;
    }

    /// <summary>Factor and offset of each channel outside of training steps; in the dispose scope of the caller.</summary>
    public (Tensor Factor, Tensor Offset) Folded()
    {
        Tensor factor = scale.Value / (variance.Value + operation.Epsilon).sqrt();
        Tensor offset = _shiftCodes?.alias() ?? (shift.Value - (mean.Value * factor));
        return (_scaleCodes?.alias() ?? factor, offset);
    }

    /// <summary>Reads factors or offsets from the present values, not from codes.</summary>
    public void Read(bool isShift, Span<float> values)
    {
        float[] factors = new float[Channels], variances = new float[Channels];
        scale.Read(factors);
        variance.Read(variances);
        // On the host, as the managed engine does: equal parameters give equal codes in both.
        for (int channel = 0; channel < Channels; channel++)
            factors[channel] /= MathF.Sqrt(variances[channel] + (float)operation.Epsilon);
        if (!isShift)
        {
            factors.CopyTo(values);
            return;
        }

        float[] means = variances;
        mean.Read(means);
        shift.Read(values);
        for (int channel = 0; channel < Channels; channel++)
            values[channel] -= means[channel] * factors[channel];
    }

    /// <summary>Replaces factors or offsets outside of training steps; null for the present values again.</summary>
    public void Substitute(bool isShift, float[]? values)
    {
        ref Tensor? codes = ref isShift ? ref _shiftCodes : ref _scaleCodes;
        using var scope = NewDisposeScope();
        codes?.Dispose();
        codes = values is null ? null : tensor(values).to(scale.Value.device).DetachFromDisposeScope();
        _version++;
    }

    /// <summary>True for one of its parameters.</summary>
    public bool Has(ParameterTensor tensor) => tensor == scale || tensor == shift || tensor == mean || tensor == variance;

    /// <summary>
    /// Reads a parameter of a norm whose codes replace its values: codes as scale and shift, mean 0, variance 1 - epsilon, so that the
    /// normalisation itself changes nothing.
    /// </summary>
    public void ReadReplaced(ParameterTensor tensor, Span<float> values)
    {
        if (tensor == mean)
            values.Clear();
        else if (tensor == variance)
            values.Fill(1 - (float)operation.Epsilon);
        else if ((tensor == scale ? _scaleCodes : _shiftCodes) is { } codes)
            ParameterTensor.Read(codes, values);
        else
            Read(tensor == shift, values);
    }

    private Tensor Learn(Tensor x)
    {
        Tensor average, inverse;
        using (no_grad())
        {
            (average, Tensor spread) = BatchNorm.Statistics(x);
            inverse = (spread + operation.Epsilon).rsqrt();
            double count = BatchNorm.Count(x);
            mean.Value.mul_(1 - operation.Momentum).add_(average, alpha: operation.Momentum);
            // Running variances are unbiased, those of the batch are not: PyTorch's and the managed engine's way.
            variance.Value.mul_(1 - operation.Momentum).add_(spread, alpha: operation.Momentum * count / Math.Max(count - 1, 1));
        }

        mean.Changed();
        variance.Changed();
        return BatchNorm.apply(x, scale.Used, shift.Used, average, inverse);
    }

    public void Dispose()
    {
        _scaleCodes?.Dispose();
        _shiftCodes?.Dispose();
    }
}
