using Memti.Abstractions.Devices;
using Memti.Abstractions.Units;
using Memti.Plugins.Nvdla.Convolution;
using Memti.Plugins.Nvdla.Memories;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.EnergyEstimates;

/// <summary>Power of the engine, from options or from the published table.</summary>
/// <remarks>
/// nvdla/doc, doc/primer.rst: average power of ResNet-50 in int8 at 1 GHz and 16 nm. Each row has its own buffer: 512 KiB at 2048 MACs, 128
/// KiB up to 64 MACs, 256 KiB between. The option power_scale scales to 22 nm.
/// </remarks>
internal static class EnginePower
{
    internal static Power Active(NvdlaOptions options) =>
        options.Active ?? Power.FromMilliwatts(PublishedAverage(options.Macs) * options.PowerScale * options.Clock.Gigahertz);

    internal static Power Idle(NvdlaOptions options) => options.Idle ?? (options.EnergyModel == EnergyModel.PerOperation
        ? Power.FromMilliwatts(ClockPower.Milliwatts(options.Macs) * options.PowerScale * options.Clock.Gigahertz)
        : Active(options) * options.IdleShare);

    /// <summary>Energy of an inference on top of the idle power.</summary>
    internal static Energy OverInference(NvdlaOptions options, IReadOnlyList<LayerWork> works, SimTime duration) =>
        options.EnergyModel == EnergyModel.PerOperation
        ? OfOperations(options, works)
        : (Active(options) - Idle(options)) * duration;

    /// <summary>Energy of one layer. Over an inference it adds up to that of <see cref="OverInference"/>, if the layers take its
    /// duration.</summary>
    /// <param name="options">The engine.</param>
    /// <param name="operations">Energy of the layer's operations, as <see cref="OfOperations"/> finds it.</param>
    /// <param name="elapsed">The time that the layer took.</param>
    internal static DeviceWork OfLayer(NvdlaOptions options, Energy operations, SimTime elapsed) => new(
        options.EnergyModel == EnergyModel.PerOperation ? operations : (Active(options) - Idle(options)) * elapsed,
        operations);

    /// <summary>
    /// Energy of the operations of an inference, the same in both models: a share of the average power, or an addition to clock and
    /// leakage.
    /// </summary>
    internal static Energy OfOperations(NvdlaOptions options, IReadOnlyList<LayerWork> works) =>
        Energy.FromPicojoules(works.Sum(work => Operations(options, work).Total) * options.PowerScale);

    private static LayerEnergy Operations(NvdlaOptions options, LayerWork work)
    {
        // The second operand of an addition goes past the buffer, straight to the post-processor.
        double read = (work.SharedWeights + work.TaskWeights + work.Input).Bytes;
        double filled = work.Buffer is null ? 0 : read - work.Operand.Bytes;
        return LayerEnergy.Of(
            work.Layer,
            options.Shape() ?? AtomicCube.Of(options.Macs),
            MultiplierArray.Products(work.Layer, options),
            work.Load.Cycles,
            filled,
            read + work.Output.Bytes);
    }

    /// <summary>Published average power in mW at 16 nm and 1 GHz.</summary>
    private static double PublishedAverage(int macs) => macs switch
    {
        2048 => 291,
        1024 => 143,
        512 => 80,
        256 => 48,
        128 => 31,
        64 => 21,
        _ => 17,
    };
}
