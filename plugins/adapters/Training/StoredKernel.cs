using Memti.Abstractions.Training;
using Memti.Tensors.Values;
using Memti.Trainers.FixedPoint;

namespace Memti.Plugins.Adapters.Training;

/// <summary>A tensor stored as the network has it: kernels, adapters, classifier.</summary>
internal sealed class StoredKernel(NetworkTensor tensor, ParameterPart part, FormatRule rule)
    : StoredParameters(tensor.Name, part, tensor.Shape, rule)
{
    protected override void Cover(float[] values) => tensor.SetEffective(values);

    protected override void Uncover() => tensor.ClearEffective();

    protected override void Read(Span<float> values) => tensor.Read(values);
}
