using Memti.Abstractions.Models;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Workbook;

/// <summary>Operands and cycles of a layer, padded as the engine pads them. Sizes in KiB, cycles with fractions.</summary>
/// <param name="InputKb">The whole input.</param>
/// <param name="MinInputKb">The input lines under one row of kernels.</param>
/// <param name="OutputKb">The stored output, after pooling.</param>
/// <param name="WeightKb">All kernels.</param>
/// <param name="GroupKb">One group of kernels.</param>
/// <param name="KernelKb">One kernel.</param>
/// <param name="Winograd">True when Winograd's transform is used.</param>
/// <param name="MacCycles">Cycles of the multipliers.</param>
internal readonly record struct Operands(
    double InputKb, double MinInputKb, double OutputKb, double WeightKb, double GroupKb, double KernelKb, bool Winograd, double MacCycles)
{
    /// <summary>Bytes in a KiB.</summary>
    private const double Kibi = 1024;

    /// <summary>Computes the operands of a layer.</summary>
    public static Operands Of(Layer layer, bool first, Machine machine, WorkbookRules rules)
    {
        double output =
            (double)layer.StoredHeight
                * layer.StoredWidth
                * KernelShape.RoundUp(layer.OutputChannels, rules.ChannelAlignment)
                * machine.FeatureBytes
                / Kibi;
        if (!Multiplies(layer))
            return Stream(layer, output, machine, rules);
        var shape = new KernelShape(layer, rules.StrideFolding, rules.ChannelAlignment);
        double line = (double)shape.Channels * shape.Width * machine.FeatureBytes / Kibi;
        double kernel =
            (double)shape.Channels
                * shape.KernelHeight
                * shape.KernelWidth
                * machine.WeightBytes
                * (1 - rules.WeightCompressionRate)
                / Kibi;
        bool winograd = UsesWinograd(layer, rules.Winograd);
        // 4x4 transformed values in place of 3x3. The workbook leaves the first layer as it is.
        double growth = winograd && !first ? rules.WinogradWeightGrowth : 1;
        return new Operands(
            line * shape.Height * layer.Groups,
            line * Math.Min(layer.KernelHeight + (HasExtraLine(rules.ExtraLine, first) ? 1 : 0), shape.Height),
            output,
            kernel * layer.OutputChannels * growth,
            kernel * rules.KernelGroup,
            kernel,
            winograd,
            Cycles(layer, shape, machine, rules, winograd));
    }

    /// <summary>True for layers that use the multipliers.</summary>
    public static bool Multiplies(Layer layer) => layer.Kind is LayerKind.Convolution or LayerKind.FullyConnected;

    /// <summary>Number of frames that a layer processes together.</summary>
    public static int Batch(Layer layer, WorkbookRules rules) => layer.Kind == LayerKind.FullyConnected ? rules.FcBatch : 1;

    private static Operands Stream(Layer layer, double output, Machine machine, WorkbookRules rules)
    {
        double input =
            (double)layer.InputHeight
                * layer.InputWidth
                * KernelShape.RoundUp(layer.InputChannels, rules.ChannelAlignment)
                * machine.FeatureBytes
                / Kibi;
        return new Operands(input, 0, output, 0, 0, 0, Winograd: false, MacCycles: 0);
    }

    private static double Cycles(Layer layer, KernelShape shape, Machine machine, WorkbookRules rules, bool winograd)
    {
        double gain = winograd ? rules.WinogradGain : 1;
        if (machine.Array is { } array)
            return array.Cycles(layer) / gain;
        int batch = Batch(layer, rules);
        // A batch of frames fills the padding of kernels, so it is padded together and divided out again.
        double kernels = KernelShape.RoundUp((long)layer.OutputChannels / layer.Groups * batch, rules.KernelAlignment);
        double positions = (double)Positions(layer.InputHeight, layer.KernelHeight, layer.StrideHeight, layer.ZeroPadding)
            * Positions(layer.InputWidth, layer.KernelWidth, layer.StrideWidth, layer.ZeroPadding);
        double products = shape.Channels * positions * kernels * shape.Taps;
        return products / machine.Macs / gain / batch * layer.Groups;
    }

    /// <summary>
    /// Positions of a kernel along one side, as the workbook counts them. Without padding there may be one position fewer than outputs.
    /// </summary>
    private static int Positions(int input, int kernel, int stride, bool padded) =>
        KernelShape.DivideUp(padded ? input : Math.Max(input - kernel + 1, 1), stride);

    private static bool UsesWinograd(Layer layer, WinogradRule rule) =>
        layer is { Kind: LayerKind.Convolution, KernelHeight: 3, KernelWidth: 3 } && rule switch
        {
            WinogradRule.Any3x3 => true,
            WinogradRule.UnitStride => layer is { StrideHeight: 1, StrideWidth: 1 },
            _ => false,
        };

    private static bool HasExtraLine(ExtraLine rule, bool first) => rule == ExtraLine.All || (rule == ExtraLine.First && first);
}
