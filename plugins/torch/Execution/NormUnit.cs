using static TorchSharp.torch;

namespace Memti.Plugins.Torch.Execution;

/// <summary>A batch norm that follows no convolution of its own.</summary>
internal sealed class NormUnit(NormTensors norm) : IUnit
{
    public Tensor Run(Tensor[] inputs, Pass pass)
    {
        Tensor x = inputs[0];
        if (pass.Trains)
            return norm.Train(x);
        (Tensor factor, Tensor offset) = norm.Folded();
        long[] shape = [-1, .. Enumerable.Repeat(1L, (int)x.dim() - 2)];
        return addcmul(offset.to(x.dtype).reshape(shape), x, factor.to(x.dtype).reshape(shape), 1);
    }

    public void Dispose()
    {
    }
}
