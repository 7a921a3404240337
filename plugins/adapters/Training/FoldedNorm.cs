using Memti.Tensors.Values;

namespace Memti.Plugins.Adapters.Training;

/// <summary>
/// A batch norm as hardware stores it: y = scale x + shift, with running statistics folded in. Substitutes affect only evaluation; a
/// training step uses the statistics of its batch.
/// </summary>
internal sealed class FoldedNorm(string name, NetworkTensor weight, NetworkTensor bias, NetworkTensor mean, NetworkTensor variance)
{
    /// <summary>Added to variances: the value of the engine's batch norm, PyTorch's default.</summary>
    private const float Epsilon = 1e-5f;
    private float[]? _scale;
    private float[]? _shift;

    /// <summary>Name of the norm, such as <c>stage1.block1.bn1</c>.</summary>
    internal string Name => name;

    /// <summary>Channels.</summary>
    internal int Channels => weight.Count;

    internal void ReadScale(Span<float> scale)
    {
        float[] variances = new float[Channels];
        weight.Read(scale);
        variance.Read(variances);
        for (int channel = 0; channel < Channels; channel++)
            scale[channel] /= MathF.Sqrt(variances[channel] + Epsilon);
    }

    internal void ReadShift(Span<float> shift)
    {
        (float[] scale, float[] means) = (new float[Channels], new float[Channels]);
        ReadScale(scale);
        mean.Read(means);
        bias.Read(shift);
        for (int channel = 0; channel < Channels; channel++)
            shift[channel] -= means[channel] * scale[channel];
    }

    internal void SubstituteScale(float[]? scale) => _scale = scale;

    internal void SubstituteShift(float[]? shift) => _shift = shift;

    /// <summary>Applies the substitutes to the network, if there are any.</summary>
    internal void Cover()
    {
        if (_scale is null && _shift is null)
            return;
        weight.SetEffective(_scale ?? Folded(ReadScale));
        bias.SetEffective(_shift ?? Folded(ReadShift));
        // Mean 0 and variance 1 - epsilon: the engine then divides by sqrt(1), and computes exactly scale x + shift.
        mean.SetEffective(new float[Channels]);
        variance.SetEffective(Folded(static ones => ones.Fill(1 - Epsilon)));
    }

    /// <summary>Removes the substitutes from the network.</summary>
    internal void Uncover()
    {
        foreach (NetworkTensor tensor in (NetworkTensor[])[weight, bias, mean, variance])
            tensor.ClearEffective();
    }

    private float[] Folded(Fill fill)
    {
        float[] values = new float[Channels];
        fill(values);
        return values;
    }

    private delegate void Fill(Span<float> values);
}
