using Memti.Plugins.Torch.Execution;
using static TorchSharp.torch;

namespace Memti.Plugins.Torch.Training;

/// <summary>
/// Stochastic gradient descent: v = momentum v + g + decay w, w = w - rate v; without dampening and without Nesterov momentum, as the
/// managed engine and PyTorch have it.
/// </summary>
/// <remarks>
/// TorchSharp's own optimisers change what the network computes with. Here gradients at substituted values change the parameter's own, and
/// checkpoints hold every momentum.
/// </remarks>
internal sealed class Descent(IReadOnlyList<ParameterTensor> parameters, double momentum, Func<ParameterTensor, double> decay) : IOptimiser
{
    private readonly Tensor[] _velocities = [.. parameters.Select(static parameter => Zeros(parameter.Value))];

    public IReadOnlyList<Tensor> Memory => _velocities;

    public long Steps { get; set; }

    public void Step(IReadOnlyList<Tensor> gradients, double rate)
    {
        using var scope = NewDisposeScope();
        using var mode = no_grad();
        for (int index = 0; index < gradients.Count; index++)
        {
            ParameterTensor parameter = parameters[index];
            Tensor slope = gradients[index].add(parameter.Value, alpha: decay(parameter));
            _velocities[index].mul_(momentum).add_(slope);
            parameter.Value.add_(_velocities[index], alpha: -rate);
            parameter.Changed();
        }

        Steps++;
    }

    public void Dispose()
    {
        foreach (Tensor velocity in _velocities)
            velocity.Dispose();
    }

    /// <summary>Zeros with the shape and strides of a tensor, in no dispose scope.</summary>
    internal static Tensor Zeros(Tensor like)
    {
        using var scope = NewDisposeScope();
        using var mode = no_grad();
        return like.detach().clone().zero_().DetachFromDisposeScope();
    }
}
