using static TorchSharp.torch;

namespace Memti.Plugins.Torch.Execution;

/// <summary>How a network is computed once.</summary>
/// <param name="Trains">True in a training step: norms that learn use the statistics of the batch.</param>
/// <param name="Type">Number format of maps and frozen kernels: 32-bit floating point or bfloat16.</param>
internal readonly record struct Pass(bool Trains, ScalarType Type);
