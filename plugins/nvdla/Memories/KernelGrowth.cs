using Memti.Abstractions.Models;
using Memti.Plugins.Nvdla.Convolution;

namespace Memti.Plugins.Nvdla.Memories;

/// <summary>Words by which the kernels of a layer grow in memory when they are stored transformed; zero when they are transformed on the fly.</summary>
/// <param name="Shared">Of shared kernels; may hold a fraction.</param>
/// <param name="Task">Of the task's own kernels; may hold a fraction.</param>
internal readonly record struct KernelGrowth(double Shared, double Task)
{
    /// <summary>Only the kernels grow, whoever owns them, not the batch norm beside them.</summary>
    internal static KernelGrowth Of(Layer layer, bool first, ConvolutionBuffer buffer)
    {
        double growth = buffer.WeightGrowth(layer, first) - 1;
        long kernels = (long)layer.InputChannels / layer.Groups * layer.OutputChannels * layer.KernelHeight * layer.KernelWidth;
        long shared = Math.Min(kernels, layer.SharedParameters);
        return new(shared * growth, Math.Min(kernels - shared, layer.TaskParameters) * growth);
    }
}
