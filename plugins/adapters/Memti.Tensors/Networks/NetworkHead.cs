using Memti.Tensors.Buffers;
using Memti.Tensors.Kernels;
using Memti.Tensors.Layers;
using Memti.Tensors.Values;

namespace Memti.Tensors.Networks;

/// <summary>Head of a network: batch norm, ReLU, mean over all pixels, classifier, loss.</summary>
internal sealed unsafe class NetworkHead
{
    private readonly Workers _workers;
    private readonly BatchNorm2d _norm;
    private readonly Linear _classifier;
    private readonly int _classes;
    private readonly Map _input;
    private readonly Map _output;
    private readonly Map _pooled;
    private readonly Map _logits;
    private readonly Map _outputGradient;
    private readonly Map _inputGradient;
    private readonly Map _pooledGradient;
    private readonly Map _logitGradient;

    public NetworkHead(NetworkBuilder builder, Map input, int features, int classes, string name)
    {
        (_workers, _input, _classes) = (builder.Workers, input, classes);
        _norm = builder.Norm(name + ".bn", features);
        _classifier = builder.Classifier(name + ".classifier", features, classes);
        _output = builder.Map(input.Height, input.Channels);
        _outputGradient = builder.Shared(input.Height, input.Channels, SharedMap.Inner);
        _inputGradient = builder.Shared(input.Height, input.Channels, SharedMap.Block);
        (_pooled, _pooledGradient) = (builder.Row(input.Channels), builder.Row(input.Channels));
        (_logits, _logitGradient) = (builder.Row(Map.Padded(classes)), builder.Row(Map.Padded(classes)));
    }

    public void Forward(int images, bool train)
    {
        Map input = _input.Of(images), output = _output.Of(images);
        if (train)
            _norm.Measure(input);
        else
            _norm.UseRunning();
        _norm.Apply(input, output, default, rectify: true);
        PoolPass.GlobalForward(_workers, output, Row(_pooled, images));
        _classifier.Prepare();
        _classifier.Forward(Row(_pooled, images), Row(_logits, images));
    }

    public ReadOnlySpan<float> Logits(int images, int image) => new(Row(_logits, images).At(0, 0, image), _classes);

    public BatchLoss Loss(ReadOnlySpan<int> labels) =>
        CrossEntropyLoss.Forward(Row(_logits, labels.Length), labels, Row(_logitGradient, labels.Length), _classes);

    /// <summary>Computes the gradient of the input from that of the logits.</summary>
    public void Backward(int images)
    {
        Map output = _outputGradient.Of(images), pooled = Row(_pooledGradient, images);
        _classifier.Backward(Row(_pooled, images), Row(_logitGradient, images), pooled);
        PoolPass.GlobalBackward(_workers, pooled, output);
        _norm.Backward(_input.Of(images), _output.Of(images), output, _inputGradient.Of(images), add: false);
    }

    private static Map Row(Map map, int images) => new(map.Start, 1, 1, images, map.Channels);
}
