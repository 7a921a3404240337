namespace HelloTrainable;

/// <summary>Forward and backward passes over the images of one batch; gradients add up.</summary>
internal sealed class Pass(float[] projection, float[] mean, float[] head, float[] bias)
{
    private readonly float[] _features = new float[mean.Length];
    private readonly float[] _share = new float[bias.Length];
    private float[] _inputs = [];
    private int _label;

    public float[] ProjectionGradient { get; } = new float[projection.Length];

    public float[] HeadGradient { get; } = new float[head.Length];

    public float[] BiasGradient { get; } = new float[bias.Length];

    /// <summary>Sum of each feature over the batch.</summary>
    public float[] FeatureSums { get; } = new float[mean.Length];

    /// <summary>The loss of an image.</summary>
    public double Forward(float[] inputs, int label, out int found)
    {
        (_inputs, _label) = (inputs, label);
        for (int feature = 0; feature < _features.Length; feature++)
            FeatureSums[feature] += _features[feature] = Math.Max(0, Dot(projection, feature * inputs.Length, inputs));
        for (int feature = 0; feature < _features.Length; feature++)
            _features[feature] -= mean[feature];
        for (int output = 0; output < _share.Length; output++)
            _share[output] = bias[output] + Dot(head, output * _features.Length, _features);
        found = Array.IndexOf(_share, _share.Max());
        return Softmax();
    }

    /// <summary>Adds the gradient of the last image.</summary>
    public void Backward(float weight, bool everything)
    {
        _share[_label] -= 1;
        for (int output = 0; output < _share.Length; output++)
        {
            BiasGradient[output] += weight * _share[output];
            for (int feature = 0; feature < _features.Length; feature++)
                HeadGradient[(output * _features.Length) + feature] += weight * _share[output] * _features[feature];
        }

        if (everything)
            BackwardProjection(weight);
    }

    private void BackwardProjection(float weight)
    {
        for (int feature = 0; feature < _features.Length; feature++)
        {
            if (_features[feature] + mean[feature] <= 0)
                continue;
            float gradient = 0;
            for (int output = 0; output < _share.Length; output++)
                gradient += _share[output] * head[(output * _features.Length) + feature];
            for (int input = 0; input < _inputs.Length; input++)
                ProjectionGradient[(feature * _inputs.Length) + input] += weight * gradient * _inputs[input];
        }
    }

    private double Softmax()
    {
        float greatest = _share.Max();
        double sum = 0;
        foreach (ref float share in _share.AsSpan())
            sum += share = MathF.Exp(share - greatest);
        foreach (ref float share in _share.AsSpan())
            share /= (float)sum;
        return -Math.Log(Math.Max(_share[_label], float.Epsilon));
    }

    private static float Dot(float[] weights, int start, float[] values)
    {
        float sum = 0;
        for (int index = 0; index < values.Length; index++)
            sum += weights[start + index] * values[index];
        return sum;
    }
}
