using static TorchSharp.torch;

namespace Memti.Plugins.Torch.Execution;

/// <summary>A graph as steps that libtorch computes one after the other.</summary>
/// <param name="steps">The steps, each after those whose outputs it reads.</param>
/// <param name="values">Number of values: outputs of steps, and the input as value 0.</param>
/// <param name="output">Index of the logits.</param>
internal sealed class GraphProgram(IReadOnlyList<ProgramStep> steps, int values, int output) : IDisposable
{
    /// <summary>Computes the logits of a batch, 32 bits wide, in the dispose scope of the caller.</summary>
    /// <param name="images">Shape [images, channels, height, width]; not disposed of.</param>
    /// <param name="pass">How to compute.</param>
    /// <returns>Shape [images, classes].</returns>
    public Tensor Run(Tensor images, Pass pass)
    {
        Tensor?[] all = new Tensor?[values];
        all[0] = images.dtype == pass.Type ? images.alias() : images.to(pass.Type);
        foreach (ProgramStep step in steps)
        {
            all[step.Output] = step.Unit.Run([.. step.Operands.Select(operand => operand.Of(all, pass.Type))], pass);
            // What no later step reads; gradients keep what they need by themselves.
            foreach (int value in step.LastUses)
            {
                all[value]!.Dispose();
                all[value] = null;
            }
        }

        Tensor logits = all[output]!;
        return logits.reshape(logits.shape[0], -1).to(ScalarType.Float32);
    }

    public void Dispose()
    {
        foreach (ProgramStep step in steps)
            step.Unit.Dispose();
    }
}
