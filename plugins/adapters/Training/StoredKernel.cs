using Memti.Abstractions.Training;
using Memti.Plugins.Adapters.FixedPoint;
using Memti.Tensors.Values;

namespace Memti.Plugins.Adapters.Training;

/// <summary>A tensor stored as the network has it: kernels, adapters, classifier.</summary>
internal sealed class StoredKernel(NetworkTensor tensor, ParameterPart part, FormatRule rule)
    : StoredParameters(tensor.Name, part, tensor.Shape, rule)
{
    private protected override void Cover(float[] values) => tensor.SetEffective(values);

    private protected override void Uncover() => tensor.ClearEffective();

    private protected override void Read(Span<float> values) => tensor.Read(values);
}
