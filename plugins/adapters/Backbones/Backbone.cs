using Memti.Abstractions.Models;

namespace Memti.Plugins.Adapters.Backbones;

/// <summary>The 25 convolutions of ResNet-26 with the parameters that a task adds.</summary>
/// <remarks>srebuffi/residual_adapters, commit 5c51aa3.</remarks>
internal sealed class Backbone(ResNet26Options options)
{
    /// <summary>Blocks per stage: 1 + 3 x 4 x 2 convolutions and the classifier are 26 layers.</summary>
    private const int BlocksPerStage = 4;

    private readonly ConvolutionShape[] _convolutions = [.. Convolutions(options.InputPx, (int)(32 * options.Width))];

    /// <summary>The 3x3 convolutions in order.</summary>
    internal IReadOnlyList<ConvolutionShape> Shapes => _convolutions;

    internal long SharedParameters => options.Adapters == AdapterForm.None ? 0 : Weights;

    private long Weights => _convolutions.Sum(static shape => shape.Weights);

    private int FeatureChannels => _convolutions[^1].OutputChannels;

    internal IReadOnlyList<Layer> Layers(int classes)
    {
        var layers = new LayerSequence(options.Adapters);
        foreach (ConvolutionShape shape in _convolutions)
            layers.Add(shape);
        layers.AddHead(FeatureChannels, _convolutions[^1].OutputPx, classes);
        return layers.Layers;
    }

    internal IReadOnlyList<ParameterGroup> TaskParameters(int classes)
    {
        long norms = _convolutions.Sum(static shape => shape.NormParameters);
        IEnumerable<ParameterGroup> own = options.Adapters switch
        {
            AdapterForm.Parallel => [new("parallel adapters", AdapterWeights)],
            AdapterForm.Series => [new("series adapters", AdapterWeights), new("series batch norm", norms)],
            _ => [new("backbone", Weights)],
        };
        // Scale and shift of 25 norms and of the one before pooling; a classifier has a bias per class.
        return [.. own, new("batch norm", norms + (2L * FeatureChannels)), new("classifier", (FeatureChannels + 1L) * classes)];
    }

    private long AdapterWeights => _convolutions.Sum(shape => shape.AdapterWeights(options.Adapters));

    private static IEnumerable<ConvolutionShape> Convolutions(int px, int channels)
    {
        // The first convolution of a stage halves the map and doubles the channels.
        yield return new ConvolutionShape("stem", "", 3, channels, px, 1);
        for (int stage = 1; stage <= 3; stage++, channels *= 2, px /= 2)
        {
            for (int block = 1; block <= BlocksPerStage; block++)
            {
                string prefix = $"stage{stage}.block{block}";
                yield return block == 1
                    ? new ConvolutionShape(prefix, "1", channels, 2 * channels, px, 2)
                    : new ConvolutionShape(prefix, "1", 2 * channels, 2 * channels, px / 2, 1);
                yield return new ConvolutionShape(prefix, "2", 2 * channels, 2 * channels, px / 2, 1);
            }
        }
    }
}
