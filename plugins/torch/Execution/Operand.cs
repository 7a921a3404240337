using static TorchSharp.torch;

namespace Memti.Plugins.Torch.Execution;

/// <summary>What a step reads: a value that an earlier step computed, or a parameter.</summary>
/// <param name="Value">Index of the value; -1 for a parameter.</param>
/// <param name="Parameter">The parameter; null for a value.</param>
internal readonly record struct Operand(int Value, ParameterTensor? Parameter)
{
    /// <summary>The tensor itself.</summary>
    public Tensor Of(Tensor?[] values, ScalarType type) => Parameter?.In(type) ?? values[Value]!;
}
