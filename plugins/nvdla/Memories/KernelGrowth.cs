using Memti.Abstractions.Models;
using Memti.Plugins.Nvdla.Convolution;

namespace Memti.Plugins.Nvdla.Memories;

/// <summary>
/// Growth of a layer's kernels in memory, in words, when they are stored transformed; zero when they are transformed on the fly.
/// </summary>
/// <param name="Shared">Growth of shared kernels; may be fractional.</param>
/// <param name="Task">Growth of the task's own kernels; may be fractional.</param>
internal readonly record struct KernelGrowth(double Shared, double Task)
{
    /// <summary>Computes the growth. Only kernels grow, whoever owns them; batch norms do not.</summary>
    internal static KernelGrowth Of(Layer layer, bool first, ConvolutionBuffer buffer)
    {
        double growth = buffer.WeightGrowth(layer, first) - 1;
        long kernels = (long)layer.InputChannels / layer.Groups * layer.OutputChannels * layer.KernelHeight * layer.KernelWidth;
        // Shared parameters are kernels first; what remains of the kernels is the task's.
        long shared = Math.Min(kernels, layer.SharedParameters);
        return new(shared * growth, Math.Min(kernels - shared, layer.TaskParameters) * growth);
    }
}
