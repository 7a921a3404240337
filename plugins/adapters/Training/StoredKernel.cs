using Memti.Abstractions;
using Memti.Tensors;

namespace Memti.Plugins.Adapters;

/// <summary>A tensor that is stored as the network has it: kernels, classifier.</summary>
internal sealed class StoredKernel(NetworkTensor tensor, ParameterPart part, int bits) : StoredParameters(tensor.Name, part, tensor.Shape, bits)
{
    /// <summary>The tensor of the network.</summary>
    internal NetworkTensor Tensor => tensor;

    internal override void Release() => tensor.ClearEffective();

    private protected override void Substitute(float[] values) => tensor.SetEffective(values);

    private protected override void Read(Span<float> values) => tensor.Read(values);
}
