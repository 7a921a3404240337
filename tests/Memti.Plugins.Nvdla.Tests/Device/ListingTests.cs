using Memti.Plugins.Nvdla.Device.Programming;
using Memti.Plugins.Nvdla.Options;
using static Memti.Plugins.Nvdla.Tests.Engines;

namespace Memti.Plugins.Nvdla.Tests.Device;

/// <summary>The listing of docs/models/nvdla-device.md.</summary>
public sealed class ListingTests
{
    private static readonly ProgrammedLayer Program = new LayerProgrammer(new NvdlaOptions(), RegisterLayout.Full, DeviceBench.Addresses)
        .Program(AConvolution() with { TaskParameters = (64 * 64 * 9) + 128, AddsOperand = true }, first: false);

    [Theory]
    [InlineData("CDMA.D_MISC_CFG = 0x00000001")]
    [InlineData("CDMA.D_DATAIN_SIZE_0 = 0x000F000F")]
    [InlineData("CDMA.D_DATAIN_SIZE_1 = 0x0000003F")]
    [InlineData("CDMA.D_WEIGHT_SIZE_0 = 0x0000023F")]
    [InlineData("CDMA.D_WEIGHT_SIZE_1 = 0x0000003F")]
    [InlineData("CDMA.D_WEIGHT_BYTES = 0x00009000")]
    [InlineData("CDMA.D_ZERO_PADDING = 0x01010101")]
    [InlineData("CDMA.D_BANK = 0x000E0000")]
    [InlineData("CSC.D_WEIGHT_SIZE_EXT_0 = 0x00020002")]
    [InlineData("CSC.D_ATOMICS = 0x000000FF")]
    [InlineData("SDP.D_FEATURE_MODE_CFG = 0x00000001")]
    [InlineData("SDP.D_DP_BS_CFG = 0x00000008")]
    [InlineData("SDP.D_DP_EW_CFG = 0x00000018")]
    [InlineData("SDP_RDMA.D_BRDMA_CFG = 0x00000024")]
    [InlineData("SDP_RDMA.D_ERDMA_CFG = 0x00000032")]
    public void A_layer_is_written_as_the_page_shows(string line) =>
        Program.Writes.Select(static write => write.ToString()).ShouldContain(line);

    [Fact]
    public void Units_are_enabled_from_the_end_of_the_pipeline() =>
        Program.Units.ShouldBe(["SDP", "SDP_RDMA", "CACC", "CMAC_B", "CMAC_A", "CSC", "CDMA"]);

    [Fact]
    public void No_register_is_written_twice() =>
        Program.Writes.Select(static write => (write.Unit, write.Register)).ShouldBeUnique();
}
