using Memti.Abstractions.Models;
using Memti.Plugins.Nvdla.Convolution;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Device.Programming;

/// <summary>CDMA, CSC, CMAC_A, CMAC_B and CACC for one layer. Sizes are written less one.</summary>
internal sealed class ConvolutionProgram(RegisterWriter writer, Layer layer, NvdlaOptions options, int atom)
{
    /// <summary>Banks of the convolution buffer as the driver splits it.</summary>
    private const int Banks = 16;

    private readonly int _mode = MultiplierArray.UsesWinograd(layer, options) ? 1 : 0;
    private readonly int _precision = options.FeatureBytes - 1;

    internal void Write(bool first, ulong input, ulong? kernels)
    {
        (int data, int weights) = Split();
        foreach (string unit in (ReadOnlySpan<string>)["CDMA", "CSC"])
        {
            writer.Set(
                unit, "D_MISC_CFG", ("CONV_MODE", _mode), ("IN_PRECISION", _precision), ("PROC_PRECISION", _precision),
                ("DATA_REUSE", layer.SharesInput && !first ? 1 : 0), ("WEIGHT_REUSE", kernels is null ? 1 : 0));
            writer.Set(unit, "D_DATAIN_FORMAT", ("DATAIN_FORMAT", first ? 1 : 0));
            writer.Set(unit, "D_BATCH_NUMBER", ("BATCHES", 0));
            writer.Set(unit, "D_WEIGHT_FORMAT", ("WEIGHT_FORMAT", 0));
            writer.SetWord(unit, "D_WEIGHT_BYTES", (WeightBytes + 127) / 128 * 128);
            writer.Set(unit, "D_BANK", ("DATA_BANK", data - 1), ("WEIGHT_BANK", weights - 1));
        }

        Fetch(input, kernels);
        Sequence();
        foreach (string unit in (ReadOnlySpan<string>)["CMAC_A", "CMAC_B", "CACC"])
            writer.Set(unit, "D_MISC_CFG", ("CONV_MODE", _mode), ("PROC_PRECISION", _precision));
        Accumulate();
    }

    private long WeightBytes => KernelBytes * layer.OutputChannels;

    private long KernelBytes => (long)layer.InputChannels * layer.KernelHeight * layer.KernelWidth * options.FeatureBytes;

    private void Fetch(ulong input, ulong? kernels)
    {
        writer.Set("CDMA", "D_DATAIN_SIZE_0", ("DATAIN_WIDTH", layer.InputWidth - 1), ("DATAIN_HEIGHT", layer.InputHeight - 1));
        writer.Set("CDMA", "D_DATAIN_SIZE_1", ("DATAIN_CHANNEL", layer.InputChannels - 1));
        writer.Set("CDMA", "D_DATAIN_SIZE_EXT_0", ("DATAIN_WIDTH_EXT", layer.InputWidth - 1), ("DATAIN_HEIGHT_EXT", layer.InputHeight - 1));
        writer.Set("CDMA", "D_DAIN_RAM_TYPE", ("DATAIN_RAM_TYPE", 1));
        writer.SetAddress("CDMA", "D_DAIN_ADDR", input, "_0");
        writer.SetWord("CDMA", "D_LINE_STRIDE", (long)layer.InputWidth * atom);
        writer.SetWord("CDMA", "D_SURF_STRIDE", (long)layer.InputWidth * layer.InputHeight * atom);
        writer.Set("CDMA", "D_DAIN_MAP", ("LINE_PACKED", 1), ("SURF_PACKED", 1));
        writer.Set("CDMA", "D_WEIGHT_SIZE_0", ("BYTE_PER_KERNEL", KernelBytes - 1));
        writer.Set("CDMA", "D_WEIGHT_SIZE_1", ("WEIGHT_KERNEL", layer.OutputChannels - 1));
        writer.Set("CDMA", "D_WEIGHT_RAM_TYPE", ("WEIGHT_RAM_TYPE", 1));
        writer.SetAddress("CDMA", "D_WEIGHT_ADDR", kernels ?? 0);
        writer.Set("CDMA", "D_CONV_STRIDE", ("CONV_X_STRIDE", layer.StrideWidth - 1), ("CONV_Y_STRIDE", layer.StrideHeight - 1));
        (int left, int right) = Padding(layer.InputWidth, layer.KernelWidth, layer.StrideWidth, layer.OutputWidth);
        (int top, int bottom) = Padding(layer.InputHeight, layer.KernelHeight, layer.StrideHeight, layer.OutputHeight);
        writer.Set("CDMA", "D_ZERO_PADDING", ("PAD_LEFT", left), ("PAD_RIGHT", right), ("PAD_TOP", top), ("PAD_BOTTOM", bottom));
        writer.Set("CDMA", "D_PERF_ENABLE", ("DMA_EN", 1));
        writer.Set("CSC", "D_ZERO_PADDING", ("PAD_LEFT", left), ("PAD_TOP", top));
    }

    private void Sequence()
    {
        writer.Set("CSC", "D_DATAIN_SIZE_EXT_0", ("DATAIN_WIDTH_EXT", layer.InputWidth - 1), ("DATAIN_HEIGHT_EXT", layer.InputHeight - 1));
        writer.Set("CSC", "D_DATAIN_SIZE_EXT_1", ("DATAIN_CHANNEL_EXT", layer.InputChannels - 1));
        writer.Set(
            "CSC", "D_WEIGHT_SIZE_EXT_0", ("WEIGHT_WIDTH_EXT", layer.KernelWidth - 1), ("WEIGHT_HEIGHT_EXT", layer.KernelHeight - 1));
        writer.Set(
            "CSC", "D_WEIGHT_SIZE_EXT_1", ("WEIGHT_CHANNEL_EXT", layer.InputChannels - 1), ("WEIGHT_KERNEL", layer.OutputChannels - 1));
        writer.Set("CSC", "D_DATAOUT_SIZE_0", ("DATAOUT_WIDTH", layer.OutputWidth - 1), ("DATAOUT_HEIGHT", layer.OutputHeight - 1));
        writer.Set("CSC", "D_DATAOUT_SIZE_1", ("DATAOUT_CHANNEL", layer.OutputChannels - 1));
        writer.Set("CSC", "D_ATOMICS", ("ATOMICS", ((long)layer.OutputWidth * layer.OutputHeight) - 1));
        writer.Set("CSC", "D_RELEASE", ("RLS_SLICES", layer.InputHeight - 1));
        writer.Set("CSC", "D_CONV_STRIDE_EXT", ("CONV_X_STRIDE_EXT", layer.StrideWidth - 1), ("CONV_Y_STRIDE_EXT", layer.StrideHeight - 1));
    }

    private void Accumulate()
    {
        writer.Set("CACC", "D_DATAOUT_SIZE_0", ("DATAOUT_WIDTH", layer.OutputWidth - 1), ("DATAOUT_HEIGHT", layer.OutputHeight - 1));
        writer.Set("CACC", "D_DATAOUT_SIZE_1", ("DATAOUT_CHANNEL", layer.OutputChannels - 1));
        writer.Set("CACC", "D_BATCH_NUMBER", ("BATCHES", 0));
        writer.SetWord("CACC", "D_LINE_STRIDE", (long)layer.OutputWidth * atom);
        writer.SetWord("CACC", "D_SURF_STRIDE", (long)layer.OutputWidth * layer.OutputHeight * atom);
    }

    /// <summary>Banks for the input, as many as it fills but at least one for either side.</summary>
    private (int Data, int Weights) Split()
    {
        double input = (double)layer.InputChannels * layer.InputHeight * layer.InputWidth * options.FeatureBytes;
        int data = (int)Math.Clamp(Math.Ceiling(input / (options.Buffer.Bytes / Banks)), 1, Banks - 1);
        return (data, Banks - data);
    }

    /// <summary>Half of a kernel before the input, the rest behind it.</summary>
    internal static (int Before, int Behind) Padding(int input, int kernel, int stride, int output)
    {
        int all = Math.Max(0, ((output - 1) * stride) + kernel - input);
        int before = Math.Min(all, (kernel - 1) / 2);
        return (before, all - before);
    }
}
