using static TorchSharp.torch;

namespace Memti.Plugins.Torch.Training;

/// <summary>Changes parameters by their gradients, and remembers what later steps depend on.</summary>
internal interface IOptimiser : IDisposable
{
    /// <summary>What later steps depend on beside the parameters; each is changed in place.</summary>
    IReadOnlyList<Tensor> Memory { get; }

    /// <summary>Steps taken.</summary>
    long Steps { get; set; }

    /// <summary>Takes a step.</summary>
    /// <param name="gradients">Gradient of each parameter, in their order.</param>
    /// <param name="rate">Learning rate.</param>
    void Step(IReadOnlyList<Tensor> gradients, double rate);
}
