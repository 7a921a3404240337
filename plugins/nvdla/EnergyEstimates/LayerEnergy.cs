using Memti.Abstractions.Models;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.EnergyEstimates;

/// <summary>Energy of one layer at 16 nm, in pJ.</summary>
/// <param name="Compute">Multipliers and accumulators.</param>
/// <param name="Buffer">Convolution buffer, filled and read.</param>
/// <param name="PostProcessing">SDP and PDP.</param>
/// <param name="Interfaces">Memory interfaces.</param>
internal readonly record struct LayerEnergy(double Compute, double Buffer, double PostProcessing, double Interfaces)
{
    /// <summary>All of it.</summary>
    public double Total => Compute + Buffer + PostProcessing + Interfaces;

    /// <summary>Energy of a layer's operations.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="array">The array that reads the buffer.</param>
    /// <param name="products">Products that are formed: without padding, whose lanes stand still, Winograd's saving taken off.</param>
    /// <param name="macCycles">Cycles in which the array reads the buffer; with padding, Winograd's saving taken off.</param>
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
        double processed = layer.Kind == LayerKind.Pooling ? 0 : outputs * (layer.AddsOperand ? 2 : 1);
        return new LayerEnergy(
            products * OperationEnergy.MultiplyAccumulate,
            (filledBytes + (macCycles * array.BufferBytesPerCycle)) * OperationEnergy.BufferByte,
            (processed * OperationEnergy.PostProcessedElement) + (pooled * OperationEnergy.PooledElement),
            movedBytes * OperationEnergy.InterfaceByte);
    }
}
