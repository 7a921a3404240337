using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Plugins.Nvdla.Device.Registers;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Device.Layers;

/// <summary>
/// Reads a layer off the registers of its units. What several units are told must agree; hardware would hang or compute nonsense.
/// </summary>
internal sealed class LayerDecoder(EngineUnits units)
{
    private const int MostBanks = 32;

    /// <exception cref="MemtiException"><see cref="NvdlaCodes.BadRegisters"/>.</exception>
    internal HardwareLayer OfSdp()
    {
        if (FusedLayer.FeedsPdp(units))
            Agree(units.Pdp, "D_OPERATION_MODE_CFG", "FLYING_MODE", 0, "0, because SDP feeds PDP");
        return FusedLayer.FliesOn(units) ? Convolution() : FromMemory();
    }

    /// <exception cref="MemtiException"><see cref="NvdlaCodes.BadRegisters"/>.</exception>
    internal HardwareLayer OfPdp()
    {
        Agree(units.PdpRdma, "D_FLYING_MODE", "FLYING_MODE", 1, "1, because PDP reads from memory");
        Agree(units.PdpRdma, "D_DATA_CUBE_IN_WIDTH", "CUBE_IN_WIDTH", units.Pdp.Value("D_DATA_CUBE_IN_WIDTH"), "that of PDP");
        Agree(units.PdpRdma, "D_DATA_CUBE_IN_HEIGHT", "CUBE_IN_HEIGHT", units.Pdp.Value("D_DATA_CUBE_IN_HEIGHT"), "that of PDP");
        Agree(units.PdpRdma, "D_DATA_CUBE_IN_CHANNEL", "CUBE_IN_CHANNEL", units.Pdp.Value("D_DATA_CUBE_IN_CHANNEL"), "that of PDP");
        return new HardwareLayer
        {
            Layer = Pooling(),
            FeatureBytes = Bytes(units.Pdp.Field("D_DATA_FORMAT", "INPUT_DATA")),
            InputAddress = Address(units.PdpRdma, "D_SRC_BASE_ADDR"),
            OutputAddress = Address(units.Pdp, "D_DST_BASE_ADDR"),
        };
    }

    private HardwareLayer Convolution()
    {
        Layer shape = ConvolutionShape();
        CheckUnits(shape);
        bool readsWeights = units.Cdma.Field("D_MISC_CFG", "WEIGHT_REUSE") == 0;
        long kernels = (long)shape.InputChannels * shape.OutputChannels * shape.KernelHeight * shape.KernelWidth;
        return WithSdp(new HardwareLayer
        {
            Layer = shape with { SharedParameters = readsWeights ? kernels : 0 },
            First = units.Cdma.Field("D_DATAIN_FORMAT", "DATAIN_FORMAT") == 1,
            Winograd = units.Cdma.Field("D_MISC_CFG", "CONV_MODE") == 1,
            FeatureBytes = Bytes(units.Cdma.Field("D_MISC_CFG", "PROC_PRECISION")),
            InputAddress = Address(units.Cdma, "D_DAIN_ADDR", "_0"),
            WeightAddress = readsWeights ? Address(units.Cdma, "D_WEIGHT_ADDR") : null,
            OutputAddress = OutputAddress,
        });
    }

    private Layer ConvolutionShape()
    {
        var layer = new Layer
        {
            Name = "registers",
            Kind = LayerKind.Convolution,
            InputChannels = Size(units.Cdma, "D_DATAIN_SIZE_1", "DATAIN_CHANNEL"),
            InputHeight = Size(units.Cdma, "D_DATAIN_SIZE_0", "DATAIN_HEIGHT"),
            InputWidth = Size(units.Cdma, "D_DATAIN_SIZE_0", "DATAIN_WIDTH"),
            OutputChannels = Size(units.Csc, "D_DATAOUT_SIZE_1", "DATAOUT_CHANNEL"),
            OutputHeight = Size(units.Csc, "D_DATAOUT_SIZE_0", "DATAOUT_HEIGHT"),
            OutputWidth = Size(units.Csc, "D_DATAOUT_SIZE_0", "DATAOUT_WIDTH"),
            KernelHeight = Size(units.Csc, "D_WEIGHT_SIZE_EXT_0", "WEIGHT_HEIGHT_EXT"),
            KernelWidth = Size(units.Csc, "D_WEIGHT_SIZE_EXT_0", "WEIGHT_WIDTH_EXT"),
            StrideHeight = Size(units.Cdma, "D_CONV_STRIDE", "CONV_Y_STRIDE"),
            StrideWidth = Size(units.Cdma, "D_CONV_STRIDE", "CONV_X_STRIDE"),
            SharesInput = units.Cdma.Field("D_MISC_CFG", "DATA_REUSE") == 1,
            Pooling = FusedLayer.FeedsPdp(units) ? Window() : null,
        };
        bool isVector = layer is { InputHeight: 1, InputWidth: 1, KernelHeight: 1, KernelWidth: 1 };
        return layer with
        {
            Kind = isVector ? LayerKind.FullyConnected : LayerKind.Convolution,
            ZeroPadding = Covers(layer.InputHeight, layer.StrideHeight, layer.OutputHeight)
                && Covers(layer.InputWidth, layer.StrideWidth, layer.OutputWidth),
        };
    }

    private void CheckUnits(Layer shape)
    {
        uint mode = units.Cdma.Field("D_MISC_CFG", "CONV_MODE");
        foreach (UnitRegisters unit in (ReadOnlySpan<UnitRegisters>)[units.Csc, units.CmacA, units.CmacB, units.Cacc])
            Agree(unit, "D_MISC_CFG", "CONV_MODE", mode, "that of CDMA");
        long kernel =
            (long)shape.InputChannels * shape.KernelHeight * shape.KernelWidth * Bytes(units.Cdma.Field("D_MISC_CFG", "PROC_PRECISION"));
        Agree(units.Cdma, "D_WEIGHT_SIZE_0", "BYTE_PER_KERNEL", kernel - 1, "channels x kernel height x kernel width x bytes - 1");
        Agree(units.Cdma, "D_WEIGHT_SIZE_1", "WEIGHT_KERNEL", shape.OutputChannels - 1, "the output channels of CSC");
        Agree(units.Csc, "D_WEIGHT_SIZE_EXT_1", "WEIGHT_KERNEL", shape.OutputChannels - 1, "its own output channels");
        Agree(units.Csc, "D_WEIGHT_SIZE_EXT_1", "WEIGHT_CHANNEL_EXT", shape.InputChannels - 1, "the input channels of CDMA");
        Agree(units.Cacc, "D_DATAOUT_SIZE_1", "DATAOUT_CHANNEL", shape.OutputChannels - 1, "that of CSC");
        Agree(units.Cacc, "D_DATAOUT_SIZE_0", "DATAOUT_HEIGHT", shape.OutputHeight - 1, "that of CSC");
        Agree(units.Cacc, "D_DATAOUT_SIZE_0", "DATAOUT_WIDTH", shape.OutputWidth - 1, "that of CSC");
        CheckCube(units.Sdp, "D_DATA_CUBE_", "", shape.OutputChannels, shape.OutputHeight, shape.OutputWidth, "the output of CSC");
        CheckBanks();
    }

    /// <summary>The buffer has at most 32 banks; CDMA and CSC must split it alike.</summary>
    private void CheckBanks()
    {
        Agree(units.Csc, "D_BANK", "DATA_BANK", units.Cdma.Field("D_BANK", "DATA_BANK"), "that of CDMA");
        Agree(units.Csc, "D_BANK", "WEIGHT_BANK", units.Cdma.Field("D_BANK", "WEIGHT_BANK"), "that of CDMA");
        int banks = Size(units.Cdma, "D_BANK", "DATA_BANK") + Size(units.Cdma, "D_BANK", "WEIGHT_BANK");
        if (banks > MostBanks)
            throw RegisterErrors.Contradiction("CDMA.D_BANK", $"{banks} banks", $"at most {MostBanks} for data and weights together");
    }

    private HardwareLayer FromMemory()
    {
        (int channels, int height, int width) = Cube(units.Sdp, "D_DATA_CUBE_", "");
        CheckCube(units.SdpRdma, "D_DATA_CUBE_", "", channels, height, width, "that of SDP");
        bool pools = FusedLayer.FeedsPdp(units);
        if (pools)
            CheckCube(units.Pdp, "D_DATA_CUBE_IN_", "CUBE_IN_", channels, height, width, "that of SDP");
        bool adds = SdpOperands.Of(units.Sdp).Ew;
        return WithSdp(new HardwareLayer
        {
            Layer = pools && !adds ? Pooling() : new Layer
            {
                Name = "registers",
                Kind = LayerKind.Elementwise,
                InputChannels = channels,
                InputHeight = height,
                InputWidth = width,
                OutputChannels = channels,
                OutputHeight = height,
                OutputWidth = width,
                Pooling = pools ? Window() : null,
            },
            FeatureBytes = Bytes(units.Sdp.Field("D_DATA_FORMAT", "PROC_PRECISION")),
            InputAddress = Address(units.SdpRdma, "D_SRC_BASE_ADDR"),
            OutputAddress = OutputAddress,
        });
    }

    private Layer Pooling()
    {
        (int channels, int height, int width) = Cube(units.Pdp, "D_DATA_CUBE_IN_", "CUBE_IN_");
        (int outputs, int rows, int columns) = Cube(units.Pdp, "D_DATA_CUBE_OUT_", "CUBE_OUT_");
        PoolingWindow window = Kernel();
        if (outputs != channels)
            Agree(units.Pdp, "D_DATA_CUBE_OUT_CHANNEL", "CUBE_OUT_CHANNEL", channels - 1, "the input channels");
        return new Layer
        {
            Name = "registers",
            Kind = LayerKind.Pooling,
            InputChannels = channels,
            InputHeight = height,
            InputWidth = width,
            OutputChannels = outputs,
            OutputHeight = rows,
            OutputWidth = columns,
            KernelHeight = window.Height,
            KernelWidth = window.Width,
            StrideHeight = window.StrideHeight,
            StrideWidth = window.StrideWidth,
        };
    }

    /// <summary>Pooling right behind SDP.</summary>
    private PoolingWindow Window()
    {
        (int channels, int height, int width) = Cube(units.Sdp, "D_DATA_CUBE_", "");
        PoolingWindow window = Kernel();
        CheckCube(units.Pdp, "D_DATA_CUBE_IN_", "CUBE_IN_", channels, height, width, "that of SDP");
        CheckCube(
            units.Pdp, "D_DATA_CUBE_OUT_", "CUBE_OUT_", channels, window.RowsOf(height), window.ColumnsOf(width), "what the windows cover");
        return window;
    }

    private PoolingWindow Kernel() => new(
        Size(units.Pdp, "D_POOLING_KERNEL_CFG", "KERNEL_HEIGHT"),
        Size(units.Pdp, "D_POOLING_KERNEL_CFG", "KERNEL_WIDTH"),
        Size(units.Pdp, "D_POOLING_KERNEL_CFG", "KERNEL_STRIDE_HEIGHT"),
        Size(units.Pdp, "D_POOLING_KERNEL_CFG", "KERNEL_STRIDE_WIDTH"));

    /// <summary>Adds what SDP reads beside its input.</summary>
    private HardwareLayer WithSdp(HardwareLayer layer)
    {
        var operands = SdpOperands.Of(units.Sdp);
        if (operands.Any || !FusedLayer.FliesOn(units))
            Agree(units.SdpRdma, "D_FEATURE_MODE_CFG", "FLYING_MODE", FusedLayer.FliesOn(units) ? 1 : 0, "that of SDP");
        CheckReader("B", operands.Bs, perElement: false);
        CheckReader("N", operands.Bn, perElement: false);
        CheckReader("E", operands.Ew ? 1 : 0, perElement: true);
        (int channels, _, _) = Cube(units.Sdp, "D_DATA_CUBE_", "");
        int perChannel = operands.Bs + operands.Bn;
        return layer with
        {
            Layer = layer.Layer with { TaskParameters = (long)perChannel * channels, AddsOperand = operands.Ew },
            ParameterAddress = perChannel == 0 ? null : Address(units.SdpRdma, operands.Bs > 0 ? "D_BS_BASE_ADDR" : "D_BN_BASE_ADDR"),
            MoreParametersAddress = operands is { Bs: > 0, Bn: > 0 } ? Address(units.SdpRdma, "D_BN_BASE_ADDR") : null,
            OperandAddress = operands.Ew ? Address(units.SdpRdma, "D_EW_BASE_ADDR") : null,
        };
    }

    /// <summary>One of SDP_RDMA's readers gives what its part of SDP takes.</summary>
    private void CheckReader(string reader, int values, bool perElement)
    {
        if (values == 0)
            return;
        string register = $"D_{reader}RDMA_CFG";
        Agree(units.SdpRdma, register, $"{reader}RDMA_DISABLE", 0, "0, because SDP takes what it reads");
        Agree(units.SdpRdma, register, $"{reader}RDMA_DATA_MODE", perElement ? 1 : 0, perElement ? "1, per element" : "0, per channel");
        if (values == 2)
            Agree(units.SdpRdma, register, $"{reader}RDMA_DATA_USE", 2, "2, because SDP adds and multiplies");
    }

    private ulong OutputAddress => Address(FusedLayer.FeedsPdp(units) ? units.Pdp : units.Sdp, "D_DST_BASE_ADDR");

    private static (int Channels, int Height, int Width) Cube(UnitRegisters unit, string register, string field) => (
        Size(unit, register + "CHANNEL", field + "CHANNEL"),
        Size(unit, register + "HEIGHT", field + "HEIGHT"),
        Size(unit, register + "WIDTH", field + "WIDTH"));

    private static void CheckCube(UnitRegisters unit, string register, string field, int channels, int height, int width, string what)
    {
        Agree(unit, register + "CHANNEL", field + "CHANNEL", channels - 1, what);
        Agree(unit, register + "HEIGHT", field + "HEIGHT", height - 1, what);
        Agree(unit, register + "WIDTH", field + "WIDTH", width - 1, what);
    }

    private static void Agree(UnitRegisters unit, string register, string field, long expected, string what)
    {
        uint value = unit.Field(register, field);
        if (value != expected)
            throw RegisterErrors.Contradiction(
                $"{unit.Description.Name}.{register}.{field}",
                value.ToString(CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $"{expected} ({what})"));
    }

    /// <summary>Sizes are written less one.</summary>
    private static int Size(UnitRegisters unit, string register, string field) => (int)unit.Field(register, field) + 1;

    private static bool Covers(int input, int stride, int output) => (input + stride - 1) / stride == output;

    /// <summary>0 is int8; int16 and fp16 take two bytes.</summary>
    private static int Bytes(uint precision) => precision == 0 ? 1 : 2;

    private static ulong Address(UnitRegisters unit, string name, string suffix = "") =>
        ((ulong)unit.Value($"{name}_HIGH{suffix}") << 32) | unit.Value($"{name}_LOW{suffix}");
}
