using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Graphs;
using Memti.Abstractions.Graphs.Operations;
using TorchSharp;
using static TorchSharp.torch;

namespace Memti.Plugins.Torch.Execution;

/// <summary>The operations that need no parameters, as calls of libtorch. Axis 0 of a tensor is the batch.</summary>
internal static class Functions
{
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.BadNetwork"/> for an operation that is not known.</exception>
    public static Func<Tensor[], Tensor> Of(GraphNode node) => node.Operation switch
    {
        Activation activation => Of(activation),
        Arithmetic arithmetic => Of(arithmetic.Function),
        Reduction reduction => Of(reduction),
        Concatenation concatenation => inputs => cat(inputs, concatenation.Axis + 1),
        Reshaping => inputs => inputs[0].reshape([inputs[0].shape[0], .. Long(node.Shape)]),
        Transposition transposition => inputs => inputs[0].permute([0, .. transposition.Order.Select(static axis => axis + 1L)]),
        Slicing slicing => Of(slicing, node.Shape[slicing.Axis]),
        Surrounding surrounding => Of(surrounding),
        Softmax softmax => inputs => nn.functional.softmax(inputs[0], softmax.Axis + 1),
        Enlargement enlargement => inputs => inputs[0].repeat_interleave(enlargement.Rows, 2).repeat_interleave(enlargement.Columns, 3),
        LocalResponseNormalisation norm => Of(norm),
        _ => throw new MemtiException(new Diagnostic(
            DiagnosticCode.BadNetwork, $"node '{node.Name}': the engine 'torch' has no operation {node.Operation.GetType().Name}.")),
    };

    private static Func<Tensor[], Tensor> Of(Activation activation)
    {
        (double alpha, double beta) = (activation.Alpha, activation.Beta);
        return activation.Function switch
        {
            ActivationFunction.Relu => static inputs => nn.functional.relu(inputs[0]),
            ActivationFunction.Clip => inputs => Clamp(inputs[0], alpha, beta),
            ActivationFunction.LeakyRelu => inputs => nn.functional.leaky_relu(inputs[0], alpha),
            ActivationFunction.Elu => inputs => nn.functional.elu(inputs[0], alpha),
            ActivationFunction.Sigmoid => static inputs => sigmoid(inputs[0]),
            ActivationFunction.HardSigmoid => inputs => ((inputs[0] * alpha) + beta).clamp(0, 1),
            ActivationFunction.Swish => static inputs => nn.functional.silu(inputs[0]),
            ActivationFunction.HardSwish => static inputs => nn.functional.hardswish(inputs[0]),
            ActivationFunction.Tanh => static inputs => tanh(inputs[0]),
            ActivationFunction.Softplus => static inputs => nn.functional.softplus(inputs[0]),
            _ => static inputs => nn.functional.gelu(inputs[0]),
        };
    }

    private static Func<Tensor[], Tensor> Of(ArithmeticFunction function) => function switch
    {
        ArithmeticFunction.Add => static inputs => inputs[0] + inputs[1],
        ArithmeticFunction.Subtract => static inputs => inputs[0] - inputs[1],
        ArithmeticFunction.Multiply => static inputs => inputs[0] * inputs[1],
        ArithmeticFunction.Divide => static inputs => inputs[0] / inputs[1],
        ArithmeticFunction.Maximum => static inputs => maximum(inputs[0], inputs[1]),
        _ => static inputs => minimum(inputs[0], inputs[1]),
    };

    private static Func<Tensor[], Tensor> Of(Reduction reduction)
    {
        long[] axes = [.. reduction.Axes.Select(static axis => axis + 1L)];
        return reduction.Function == PoolingFunction.Average
            ? inputs => inputs[0].mean(axes, reduction.KeepsAxes)
            : inputs => inputs[0].amax(axes, reduction.KeepsAxes);
    }

    private static Func<Tensor[], Tensor> Of(Slicing slicing, int length) => inputs =>
        inputs[0].slice(slicing.Axis + 1, slicing.Start, slicing.Start + ((length - 1L) * slicing.Step) + 1, slicing.Step);

    private static Func<Tensor[], Tensor> Of(Surrounding surrounding)
    {
        // From the last axis on, as libtorch wants it.
        long[] sizes =
            [.. Enumerable.Range(0, surrounding.Before.Count)
                .Reverse()
                .SelectMany(axis => (long[])[surrounding.Before[axis], surrounding.After[axis]])];
        return inputs => nn.functional.pad(inputs[0], sizes, PaddingModes.Constant, surrounding.Value);
    }

    private static Func<Tensor[], Tensor> Of(LocalResponseNormalisation norm)
    {
        long before = (norm.Size - 1) / 2, behind = norm.Size / 2;
        return inputs =>
        {
            // Channels as the depth of a map with one channel, so that pooling over them sums the squares.
            Tensor squares = nn.functional.pad(inputs[0].square().unsqueeze(1), [0L, 0, 0, 0, before, behind]);
            Tensor means = nn.functional.avg_pool3d(squares, [norm.Size, 1L, 1], [1L, 1, 1]).squeeze(1);
            return inputs[0] / ((means * norm.Alpha) + norm.Bias).pow(norm.Beta);
        };
    }

    /// <remarks>
    /// The gradient of clamp passes over masks four times, which was a third of the time of training steps of MobileNetV2; that of relu6
    /// passes once. Tensor.hardtanh, which would do so for all bounds, returns its input unchanged in TorchSharp 0.107.
    /// </remarks>
    private static Tensor Clamp(Tensor x, double least, double most) => (double.IsInfinity(least), double.IsInfinity(most)) switch
    {
        (true, true) => x.alias(),
        (true, false) => x.clamp_max(most),
        (false, true) => x.clamp_min(least),
        _ when (least, most) is (0, 6) => x.relu6(),
        _ => x.clamp(least, most),
    };

    private static IEnumerable<long> Long(IEnumerable<int> sizes) => sizes.Select(static size => (long)size);
}
