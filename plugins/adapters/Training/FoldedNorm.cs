using Memti.Tensors.Values;

namespace Memti.Plugins.Adapters.Training;

/// <summary>
/// A batch norm as hardware keeps it: y = scale x + shift, with the running statistics folded in. What stands in its place counts in evaluation alone; a step of training
/// uses the statistics of its batch.
/// </summary>
internal sealed class FoldedNorm(string name, NetworkTensor weight, NetworkTensor bias, NetworkTensor mean, NetworkTensor variance)
{
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

    /// <summary>Puts what stands in its place into the network; with nothing in its place, nothing.</summary>
    internal void Cover()
    {
        if (_scale is null && _shift is null)
            return;
        weight.SetEffective(_scale ?? Folded(ReadScale));
        bias.SetEffective(_shift ?? Folded(ReadShift));
        mean.SetEffective(new float[Channels]);
        variance.SetEffective(Folded(static ones => ones.Fill(1 - Epsilon)));
    }

    /// <summary>Takes it out again.</summary>
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
