using Memti.Tensors.Networks;
using Memti.Tensors.Values;

namespace Memti.Plugins.Adapters.Tests.Tensors.Reference;

/// <summary>
/// The network as section 1 of its description reads, in double precision, forward only: gradients come from differences.
/// </summary>
internal sealed class ReferenceNetwork
{
    private readonly ResidualNetworkOptions _options;

    /// <summary>Takes the values that a network computes with.</summary>
    public ReferenceNetwork(ResidualNetwork network)
    {
        _options = network.Options;
        foreach (NetworkTensor tensor in network.Tensors)
        {
            float[] values = new float[tensor.Count];
            tensor.ReadEffective(values);
            Tensors[tensor.Name] = Array.ConvertAll(values, static value => (double)value);
        }
    }

    public Dictionary<string, double[]> Tensors { get; } = [];

    /// <summary>Mean and unbiased variance of the last training pass, by batch norm.</summary>
    public Dictionary<string, (double[] Mean, double[] Variance)> Seen { get; } = [];

    /// <summary>Logits; images in the order of the engine, [images, pixels, pixels, 3].</summary>
    public double[][] Logits(ReadOnlySpan<float> images, bool train)
    {
        Volume x = Unit(Images(images), "stem.conv", "stem.adapter", "stem.bn", _options.StemChannels, 1, train);
        for (int stage = 1, channels = 2 * _options.StemChannels; stage <= 3; stage++, channels *= 2)
            for (int block = 1; block <= _options.BlocksPerStage; block++)
                x = Block(x, $"stage{stage}.block{block}", channels, block == 1 ? 2 : 1, train);
        x = Naive.Rectify(Norm(x, "head.bn", train));
        return [.. Enumerable.Range(0, x.Images).Select(image => Classify(x, image))];
    }

    private Volume Block(Volume x, string name, int channels, int stride, bool train)
    {
        Volume y = Naive.Rectify(Unit(x, $"{name}.conv1", $"{name}.adapter1", $"{name}.bn1", channels, stride, train));
        y = Unit(y, $"{name}.conv2", $"{name}.adapter2", $"{name}.bn2", channels, 1, train);
        return Naive.Rectify(Naive.Add(y, stride == 1 ? x : Naive.Halve(x)));
    }

    private Volume Unit(Volume x, string convolution, string adapter, string norm, int channels, int stride, bool train)
    {
        Volume z = Naive.Convolve(x, Tensors[convolution + ".weight"], channels, 3, stride);
        if (_options.Adapters == AdapterWiring.Parallel)
            z = Naive.Add(z, Naive.Convolve(x, Tensors[adapter + ".weight"], channels, 1, stride));
        if (_options.Adapters == AdapterWiring.Series)
            z = Naive.Add(z, Naive.Convolve(Norm(z, adapter + ".bn", train), Tensors[adapter + ".weight"], channels, 1, 1));
        return Norm(z, norm, train);
    }

    private Volume Norm(Volume x, string name, bool train)
    {
        (double[] weight, double[] bias) = (Tensors[name + ".weight"], Tensors[name + ".bias"]);
        if (!train)
            return Naive.Norm(x, weight, bias, Tensors[name + ".running_mean"], Tensors[name + ".running_var"]);
        (double[] mean, double[] variance) = Seen[name] = (new double[x.Channels], new double[x.Channels]);
        return Naive.Norm(x, weight, bias, (channel, m, v) => (mean[channel], variance[channel]) = (m, v));
    }

    private double[] Classify(Volume x, int image)
    {
        (double[] weight, double[] bias) = (Tensors["head.classifier.weight"], Tensors["head.classifier.bias"]);
        double[] logits = new double[bias.Length];
        for (int c = 0; c < x.Channels; c++)
        {
            double mean = 0;
            for (int row = 0; row < x.Height; row++)
                for (int column = 0; column < x.Width; column++)
                    mean += x[image, c, row, column] / (x.Height * x.Width);
            for (int k = 0; k < logits.Length; k++)
                logits[k] += mean * weight[(k * x.Channels) + c];
        }

        return [.. logits.Zip(bias, static (logit, offset) => logit + offset)];
    }

    private Volume Images(ReadOnlySpan<float> images)
    {
        int pixels = _options.Pixels;
        Volume x = new(images.Length / (pixels * pixels * 3), 3, pixels, pixels);
        for (int i = 0; i < images.Length; i++)
            x[i / (pixels * pixels * 3), i % 3, i / 3 / pixels % pixels, i / 3 % pixels] = images[i];
        return x;
    }
}
