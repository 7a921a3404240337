using Memti.Plugins.Torch.Execution;
using static TorchSharp.torch;

namespace Memti.Plugins.Torch.Training;

/// <summary>AdamW: means of gradients and of their squares, bias-corrected; weight decay apart from gradients.</summary>
/// <remarks>Loshchilov and Hutter, ICLR 2019, algorithm 2; the momentum of the recipe is the first beta.</remarks>
internal sealed class AdamW(IReadOnlyList<ParameterTensor> parameters, double momentum, Func<ParameterTensor, double> decay) : IOptimiser
{
    /// <summary>Weight of the past in the mean of squares. Source: Kingma and Ba, ICLR 2015.</summary>
    private const double SquareMomentum = 0.999;

    /// <summary>Added to roots. Source: Kingma and Ba, ICLR 2015.</summary>
    private const double Epsilon = 1e-8;

    private readonly Tensor[] _means = [.. parameters.Select(static parameter => Descent.Zeros(parameter.Value))];
    private readonly Tensor[] _squares = [.. parameters.Select(static parameter => Descent.Zeros(parameter.Value))];

    public IReadOnlyList<Tensor> Memory => [.. _means, .. _squares];

    public long Steps { get; set; }

    public void Step(IReadOnlyList<Tensor> gradients, double rate)
    {
        Steps++;
        double meanShare = 1 - Math.Pow(momentum, Steps), squareShare = 1 - Math.Pow(SquareMomentum, Steps);
        using var scope = NewDisposeScope();
        using var mode = no_grad();
        for (int index = 0; index < gradients.Count; index++)
        {
            ParameterTensor parameter = parameters[index];
            Tensor gradient = gradients[index];
            _means[index].mul_(momentum).add_(gradient, alpha: 1 - momentum);
            _squares[index].mul_(SquareMomentum).addcmul_(gradient, gradient, 1 - SquareMomentum);
            Tensor root = (_squares[index] / squareShare).sqrt_().add_(Epsilon);
            parameter.Value.mul_(1 - (rate * decay(parameter))).addcdiv_(_means[index], root, -rate / meanShare);
            parameter.Changed();
        }
    }

    public void Dispose()
    {
        foreach (Tensor memory in Memory)
            memory.Dispose();
    }
}
