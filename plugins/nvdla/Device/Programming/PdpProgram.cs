using Memti.Abstractions.Models;

namespace Memti.Plugins.Nvdla.Device.Programming;

/// <summary>PDP and its reader for one layer. Sizes are written less one.</summary>
internal sealed record PdpProgram(
    PoolingWindow Window, (int Channels, int Height, int Width) Input, (int Height, int Width) Output, int Precision, int Atom)
{
    /// <summary>A layer that pools and nothing else.</summary>
    internal static PdpProgram Of(Layer layer, int precision, int atom) => new(
        new PoolingWindow(layer.KernelHeight, layer.KernelWidth, layer.StrideHeight, layer.StrideWidth),
        (layer.InputChannels, layer.InputHeight, layer.InputWidth),
        (layer.OutputHeight, layer.OutputWidth),
        precision,
        atom);

    /// <summary>Pooling behind a layer.</summary>
    internal static PdpProgram Behind(Layer layer, PoolingWindow window, int precision, int atom) => new(
        window,
        (layer.OutputChannels, layer.OutputHeight, layer.OutputWidth),
        (layer.StoredHeight, layer.StoredWidth),
        precision,
        atom);

    internal void Write(RegisterWriter writer, bool fliesOn, ulong input, ulong output)
    {
        Cube(writer, "PDP", "IN", Input);
        Cube(writer, "PDP", "OUT", (Input.Channels, Output.Height, Output.Width));
        writer.Set("PDP", "D_OPERATION_MODE_CFG", ("FLYING_MODE", fliesOn ? 0 : 1));
        writer.Set(
            "PDP", "D_POOLING_KERNEL_CFG", ("KERNEL_WIDTH", Window.Width - 1), ("KERNEL_HEIGHT", Window.Height - 1),
            ("KERNEL_STRIDE_WIDTH", Window.StrideWidth - 1), ("KERNEL_STRIDE_HEIGHT", Window.StrideHeight - 1));
        (int left, int right) = ConvolutionProgram.Padding(Input.Width, Window.Width, Window.StrideWidth, Output.Width);
        (int top, int bottom) = ConvolutionProgram.Padding(Input.Height, Window.Height, Window.StrideHeight, Output.Height);
        writer.Set("PDP", "D_POOLING_PADDING_CFG", ("PAD_LEFT", left), ("PAD_TOP", top), ("PAD_RIGHT", right), ("PAD_BOTTOM", bottom));
        writer.SetAddress("PDP", "D_DST_BASE_ADDR", output);
        writer.SetWord("PDP", "D_DST_LINE_STRIDE", (long)Output.Width * Atom);
        writer.SetWord("PDP", "D_DST_SURFACE_STRIDE", (long)Output.Width * Output.Height * Atom);
        writer.Set("PDP", "D_DST_RAM_CFG", ("DST_RAM_TYPE", 1));
        writer.Set("PDP", "D_DATA_FORMAT", ("INPUT_DATA", Precision));
        writer.Set("PDP", "D_PERF_ENABLE", ("DMA_EN", 1));
        if (!fliesOn)
            Read(writer, input);
    }

    private void Read(RegisterWriter writer, ulong input)
    {
        Cube(writer, "PDP_RDMA", "IN", Input);
        writer.Set("PDP_RDMA", "D_FLYING_MODE", ("FLYING_MODE", 1));
        writer.SetAddress("PDP_RDMA", "D_SRC_BASE_ADDR", input);
        writer.SetWord("PDP_RDMA", "D_SRC_LINE_STRIDE", (long)Input.Width * Atom);
        writer.SetWord("PDP_RDMA", "D_SRC_SURFACE_STRIDE", (long)Input.Width * Input.Height * Atom);
        writer.Set("PDP_RDMA", "D_SRC_RAM_CFG", ("SRC_RAM_TYPE", 1));
        writer.Set("PDP_RDMA", "D_DATA_FORMAT", ("INPUT_DATA", Precision));
        writer.Set("PDP_RDMA", "D_POOLING_KERNEL_CFG", ("KERNEL_WIDTH", Window.Width - 1), ("KERNEL_STRIDE_WIDTH", Window.StrideWidth - 1));
        writer.Set("PDP_RDMA", "D_PERF_ENABLE", ("DMA_EN", 1));
    }

    private static void Cube(RegisterWriter writer, string unit, string side, (int Channels, int Height, int Width) size)
    {
        writer.Set(unit, $"D_DATA_CUBE_{side}_WIDTH", ($"CUBE_{side}_WIDTH", size.Width - 1));
        writer.Set(unit, $"D_DATA_CUBE_{side}_HEIGHT", ($"CUBE_{side}_HEIGHT", size.Height - 1));
        writer.Set(unit, $"D_DATA_CUBE_{side}_CHANNEL", ($"CUBE_{side}_CHANNEL", size.Channels - 1));
    }
}
