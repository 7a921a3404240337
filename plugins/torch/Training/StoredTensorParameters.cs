using Memti.Plugins.Torch.Execution;
using Memti.Trainers.FixedPoint;

namespace Memti.Plugins.Torch.Training;

/// <summary>A parameter that is stored as the network has it: kernels, biases, adapters, classifier.</summary>
internal sealed class StoredTensorParameters(ParameterTensor tensor, FormatRule rule)
    : StoredParameters(tensor.Description.Name, tensor.Description.Part, tensor.Description.Shape, rule)
{
    protected override void Cover(float[] values) => tensor.Substitute(values);

    protected override void Uncover() => tensor.Substitute(null);

    protected override void Read(Span<float> values) => tensor.Read(values);
}
