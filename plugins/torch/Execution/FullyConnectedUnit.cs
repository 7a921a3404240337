using Memti.Abstractions.Graphs;
using static TorchSharp.torch;

namespace Memti.Plugins.Torch.Execution;

/// <summary>A fully connected layer. The classifier computes in 32 bits whatever the pass says.</summary>
internal sealed class FullyConnectedUnit(ParameterTensor weights, ParameterTensor? bias) : IUnit
{
    public Tensor Run(Tensor[] inputs, Pass pass)
    {
        ScalarType type = weights.Description.Role == ParameterRole.ClassifierWeight ? ScalarType.Float32 : pass.Type;
        return nn.functional.linear(inputs[0].to(type), weights.In(type), bias?.In(type));
    }

    public void Dispose()
    {
    }
}
