using static TorchSharp.torch;

namespace Memti.Plugins.Torch.Execution;

/// <summary>An operation without parameters of its own.</summary>
internal sealed class FunctionUnit(Func<Tensor[], Tensor> function) : IUnit
{
    public Tensor Run(Tensor[] inputs, Pass pass) => function(inputs);

    public void Dispose()
    {
    }
}
