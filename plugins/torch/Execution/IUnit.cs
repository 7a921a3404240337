using static TorchSharp.torch;

namespace Memti.Plugins.Torch.Execution;

/// <summary>One step of a program: an operation of a graph, or several that are computed as one.</summary>
internal interface IUnit : IDisposable
{
    /// <summary>Computes the output, in the dispose scope of the caller.</summary>
    /// <param name="inputs">The inputs that are no parameters of the unit; each with the batch as first axis.</param>
    /// <param name="pass">How to compute.</param>
    Tensor Run(Tensor[] inputs, Pass pass);
}
