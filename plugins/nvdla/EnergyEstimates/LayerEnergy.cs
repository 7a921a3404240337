using Memti.Abstractions.Models;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.EnergyEstimates;

/// <summary>Energy of one layer at 16 nm in pJ, by cause.</summary>
/// <param name="Compute">Multipliers and accumulators.</param>
/// <param name="Buffer">Filling and reading the convolution buffer.</param>
/// <param name="PostProcessing">SDP and PDP.</param>
/// <param name="Interfaces">Memory interfaces.</param>
internal readonly record struct LayerEnergy(double Compute, double Buffer, double PostProcessing, double Interfaces)
{
    /// <summary>Sum over all causes.</summary>
    public double Total => Compute + Buffer + PostProcessing + Interfaces;

    /// <summary>Computes the energy of a layer's operations.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="array">The array that reads the buffer.</param>
    /// <param name="products">Number of products, without padding, whose lanes are idle, and after Winograd's saving.</param>
    /// <param name="macCycles">Cycles in which the array reads the buffer, with padding and after Winograd's saving.</param>
    /// <param name="filledBytes">Bytes that go into the convolution buffer.</param>
    /// <param name="movedBytes">Bytes over all memory interfaces.</param>
    public static LayerEnergy Of(Layer layer, AtomicCube array, double products, double macCycles, double filledBytes, double movedBytes)
    {
        double outputs = (double)layer.OutputChannels * layer.OutputHeight * layer.OutputWidth;
        double pooled = layer switch
        {
            { Kind: LayerKind.Pooling } => outputs * layer.KernelHeight * layer.KernelWidth,
            { Pooling: { } window } => (double)layer.OutputChannels * layer.StoredHeight * layer.StoredWidth * window.Height * window.Width,
            _ => 0,
        };
        // An added operand passes the post-processor like another output element.
        double processed = layer.Kind == LayerKind.Pooling ? 0 : outputs * (layer.AddsOperand ? 2 : 1);
        return new LayerEnergy(
            products * OperationEnergy.MultiplyAccumulate,
            (filledBytes + (macCycles * array.BufferBytesPerCycle)) * OperationEnergy.BufferByte,
            (processed * OperationEnergy.PostProcessedElement) + (pooled * OperationEnergy.PooledElement),
            movedBytes * OperationEnergy.InterfaceByte);
    }
}
