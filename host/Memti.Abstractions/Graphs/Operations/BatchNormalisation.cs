namespace Memti.Abstractions.Graphs.Operations;

/// <summary>
/// y = scale (x - mean) / sqrt(variance + epsilon) + shift, by channel. Training uses mean and biased variance of the batch, and moves the
/// running statistics towards its mean and unbiased variance. Inputs: values [channels] or [channels, height, width]; scale, shift, running
/// mean and running variance, each [channels].
/// </summary>
public sealed record BatchNormalisation : GraphOperation
{
    /// <summary>Added to variances, above 0. Default: 1e-5, that of ONNX and PyTorch.</summary>
    public double Epsilon { get; init; } = 1e-5;

    /// <summary>Weight of a batch in the running statistics, 0 to 1. Default: 0.1, that of ONNX and PyTorch.</summary>
    public double Momentum { get; init; } = 0.1;
}
