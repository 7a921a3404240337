using Memti.Abstractions.Devices;
using Memti.Abstractions.Models;

namespace Memti.Plugins.Nvdla.Device.Programming;

/// <summary>
/// SDP and its reader for one layer: parameters per channel in BS and BN, the second operand in EW. Sizes are written less one.
/// </summary>
internal sealed class SdpProgram(RegisterWriter writer, Layer layer, int precision, int atom)
{
    /// <summary>Pooling has SDP before it, so that SDP's cube is the input.</summary>
    private readonly (int Channels, int Height, int Width) _cube = layer.Kind == LayerKind.Pooling
        ? (layer.InputChannels, layer.InputHeight, layer.InputWidth)
        : (layer.OutputChannels, layer.OutputHeight, layer.OutputWidth);

    private readonly bool _feedsPdp = layer.Kind == LayerKind.Pooling || layer.Pooling is not null;

    /// <returns>True when the reader takes part.</returns>
    internal bool Write(NetworkAddresses addresses, LayerParameters parameters, bool fliesOn, ulong input)
    {
        int bs = Math.Min(parameters.PerChannel, 2);
        int bn = parameters.PerChannel - bs;
        Process(addresses, fliesOn);
        Part("BS", bs);
        Part("BN", bn);
        Part("EW", layer.AddsOperand ? 1 : 0);
        if (fliesOn && parameters.PerChannel == 0 && !layer.AddsOperand)
            return false;
        Reader("B", "BS", bs, parameters.Channels);
        Reader("N", "BN", bn, parameters.Channels);
        Reader("E", "EW", layer.AddsOperand ? 1 : 0, addresses.Activations);
        Cube("SDP_RDMA");
        writer.Set(
            "SDP_RDMA", "D_FEATURE_MODE_CFG", ("FLYING_MODE", fliesOn ? 1 : 0), ("IN_PRECISION", precision), ("PROC_PRECISION", precision),
            ("OUT_PRECISION", precision));
        writer.SetAddress("SDP_RDMA", "D_SRC_BASE_ADDR", input);
        writer.Set("SDP_RDMA", "D_SRC_DMA_CFG", ("SRC_RAM_TYPE", 1));
        writer.Set("SDP_RDMA", "D_PERF_ENABLE", ("PERF_DMA_EN", 1));
        return true;
    }

    private void Process(NetworkAddresses addresses, bool fliesOn)
    {
        Cube("SDP");
        writer.SetAddress("SDP", "D_DST_BASE_ADDR", addresses.Activations);
        writer.SetWord("SDP", "D_DST_LINE_STRIDE", (long)_cube.Width * atom);
        writer.SetWord("SDP", "D_DST_SURFACE_STRIDE", (long)_cube.Width * _cube.Height * atom);
        writer.Set("SDP", "D_FEATURE_MODE_CFG", ("FLYING_MODE", fliesOn ? 1 : 0), ("OUTPUT_DST", _feedsPdp ? 1 : 0));
        writer.Set("SDP", "D_DST_DMA_CFG", ("DST_RAM_TYPE", 1));
        writer.Set("SDP", "D_DATA_FORMAT", ("PROC_PRECISION", precision), ("OUT_PRECISION", precision));
        writer.Set("SDP", "D_PERF_ENABLE", ("PERF_DMA_EN", 1));
    }

    private void Cube(string unit)
    {
        writer.Set(unit, "D_DATA_CUBE_WIDTH", ("WIDTH", _cube.Width - 1));
        writer.Set(unit, "D_DATA_CUBE_HEIGHT", ("HEIGHT", _cube.Height - 1));
        writer.Set(unit, "D_DATA_CUBE_CHANNEL", ("CHANNEL", _cube.Channels - 1));
    }

    /// <summary>0 values: bypassed; 1: added; 2: multiplied and added. All from memory.</summary>
    private void Part(string part, int values)
    {
        writer.Set(
            "SDP",
            $"D_DP_{part}_CFG",
            ($"{part}_BYPASS", values == 0 ? 1 : 0),
            ($"{part}_ALU_BYPASS", values > 0 ? 0 : 1),
            ($"{part}_ALU_ALGO", 2),
            ($"{part}_MUL_BYPASS", values > 1 ? 0 : 1));
        writer.Set("SDP", $"D_DP_{part}_ALU_CFG", ($"{part}_ALU_SRC", values > 0 ? 1 : 0));
        writer.Set("SDP", $"D_DP_{part}_MUL_CFG", ($"{part}_MUL_SRC", values > 1 ? 1 : 0));
    }

    private void Reader(string reader, string part, int values, ulong address)
    {
        writer.Set(
            "SDP_RDMA",
            $"D_{reader}RDMA_CFG",
            ($"{reader}RDMA_DISABLE", values == 0 ? 1 : 0),
            ($"{reader}RDMA_DATA_USE", values == 2 ? 2 : 1),
            ($"{reader}RDMA_DATA_SIZE", precision), ($"{reader}RDMA_DATA_MODE", part == "EW" ? 1 : 0), ($"{reader}RDMA_RAM_TYPE", 1));
        writer.SetAddress("SDP_RDMA", $"D_{part}_BASE_ADDR", address);
    }
}
