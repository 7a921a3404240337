using Memti.Abstractions.Diagnostics;
using Memti.Plugins.Nvdla.Device.Registers;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Tests.Device;

/// <summary>Bases of nvdla/hw, spec/manual (v2) and nvdla/sw, kmd/firmware/include/opendla_initial.h (v1).</summary>
public sealed class RegisterMapTests
{
    [Theory]
    [InlineData("GLB", 0x0000, 0x1000)]
    [InlineData("CDMA", 0x5000, 0x3000)]
    [InlineData("CSC", 0x6000, 0x4000)]
    [InlineData("CMAC_A", 0x7000, 0x5000)]
    [InlineData("CMAC_B", 0x8000, 0x6000)]
    [InlineData("CACC", 0x9000, 0x7000)]
    [InlineData("SDP_RDMA", 0xA000, 0x8000)]
    [InlineData("SDP", 0xB000, 0x9000)]
    [InlineData("PDP_RDMA", 0xC000, 0xA000)]
    [InlineData("PDP", 0xD000, 0xB000)]
    [InlineData("CDP_RDMA", 0xE000, 0xC000)]
    [InlineData("CDP", 0xF000, 0xD000)]
    [InlineData("RBK", 0x10000, 0x11000)]
    public void Units_are_at_their_published_bases(string unit, int full, int small)
    {
        RegisterTable.Instance.Unit(unit).Base(RegisterLayout.Full).ShouldBe((uint)full);
        RegisterTable.Instance.Unit(unit).Base(RegisterLayout.Small).ShouldBe((uint)small);
    }

    [Theory]
    [InlineData("CDMA", "D_OP_ENABLE", 0x5010)]
    [InlineData("CSC", "D_OP_ENABLE", 0x6008)]
    [InlineData("CMAC_A", "D_OP_ENABLE", 0x7008)]
    [InlineData("CACC", "D_OP_ENABLE", 0x9008)]
    [InlineData("SDP_RDMA", "D_OP_ENABLE", 0xA008)]
    [InlineData("SDP", "D_OP_ENABLE", 0xB038)]
    [InlineData("PDP", "D_OP_ENABLE", 0xD008)]
    [InlineData("CDP", "D_OP_ENABLE", 0xF048)]
    [InlineData("RBK", "D_OP_ENABLE", 0x10008)]
    [InlineData("CDMA", "D_DATAIN_FORMAT", 0x5018)]
    [InlineData("CDMA", "D_DATAIN_SIZE_0", 0x501C)]
    [InlineData("CDMA", "D_WEIGHT_SIZE_0", 0x506C)]
    [InlineData("CDMA", "D_WEIGHT_BYTES", 0x5080)]
    [InlineData("CDMA", "D_BANK", 0x50BC)]
    [InlineData("CDMA", "D_PERF_ENABLE", 0x50D4)]
    [InlineData("CDMA", "D_PERF_DAT_READ_STALL", 0x50D8)]
    [InlineData("CDMA", "D_PERF_WT_READ_STALL", 0x50DC)]
    [InlineData("CSC", "D_ATOMICS", 0x6044)]
    [InlineData("CSC", "D_RELEASE", 0x6048)]
    [InlineData("CSC", "D_BANK", 0x605C)]
    [InlineData("SDP", "D_PERF_ENABLE", 0xB0DC)]
    [InlineData("SDP", "D_PERF_WDMA_WRITE_STALL", 0xB0E0)]
    [InlineData("BDMA", "CFG_LAUNCH0", 0x4034)]
    public void Registers_are_at_their_published_offsets(string unit, string register, int offset) =>
        NvdlaRegisters.Offset(RegisterLayout.Full, unit, register).ShouldBe((uint)offset);

    [Theory]
    [InlineData("SDP", "D_OP_ENABLE", 0x9038)]
    [InlineData("CDMA", "D_OP_ENABLE", 0x3010)]
    [InlineData("CACC", "D_CLIP_CFG", 0x702C)]
    [InlineData("SDP_RDMA", "D_PERF_ERDMA_READ_STALL", 0x8090)]
    [InlineData("PDP", "D_POOLING_KERNEL_CFG", 0xB034)]
    [InlineData("CDP", "D_LRN_CFG", 0xD070)]
    [InlineData("RBK", "D_DECONV_STRIDE", 0x11054)]
    public void The_small_map_moves_the_units_alone(string unit, string register, int offset) =>
        NvdlaRegisters.Offset(RegisterLayout.Small, unit, register).ShouldBe((uint)offset);

    [Theory]
    [InlineData("CDMB", "D_BANK")]
    [InlineData("CDMA", "D_BANKS")]
    [InlineData("BDMA", "CFG_OP")]
    public void A_name_that_the_map_does_not_have_is_refused(string unit, string register)
    {
        Diagnostic diagnostic = Should.Throw<MemtiException>(() => NvdlaRegisters.Offset(RegisterLayout.Small, unit, register)).Diagnostic;
        diagnostic.Code.ShouldBe(NvdlaCodes.UnknownRegister);
        diagnostic.Permitted.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void A_field_that_a_register_does_not_have_is_refused() =>
        Should.Throw<MemtiException>(static () => RegisterTable.Instance.Unit("CDMA").Find("D_BANK").Field("ROW")).Diagnostic.Code
            .ShouldBe(NvdlaCodes.UnknownRegister);

    [Fact]
    public void No_two_registers_of_a_unit_share_an_address() => RegisterTable.Instance.Units.ShouldAllBe(static unit =>
        unit.Registers.Select(static register => register.Offset).Distinct().Count() == unit.Registers.Count);

    [Fact]
    public void Fields_of_a_register_do_not_overlap() => RegisterTable.Instance.Units
        .SelectMany(static unit => unit.Registers)
        .ShouldAllBe(static register => register.Fields.Sum(static field => field.High - field.Low + 1)
            == System.Numerics.BitOperations.PopCount(register.Fields.Aggregate(0u, static (bits, field) => field.In(bits, field.Most))));

    [Theory]
    [InlineData(RegisterLayout.Full)]
    [InlineData(RegisterLayout.Small)]
    public void Units_have_pages_of_their_own(RegisterLayout layout) => RegisterTable.Instance.Units
        .Select(unit => unit.Base(layout)).Where(static start => start is not null).ShouldBeUnique();

    [Theory]
    [InlineData(RegisterLayout.Full, 0x1000)]
    [InlineData(RegisterLayout.Small, 0x0000)]
    [InlineData(RegisterLayout.Full, 0x3_FFFC)]
    [InlineData(RegisterLayout.Full, 0x50EC)]
    public void A_hole_reads_as_zero(RegisterLayout layout, int offset) =>
        new DeviceBench(new NvdlaOptions { RegisterMap = layout }).Machine.Read(DeviceBench.Base + (uint)offset).ShouldBe(0u);

    [Fact]
    public void A_write_into_a_hole_is_reported()
    {
        Diagnostic diagnostic =
            Should.Throw<MemtiException>(() => new DeviceBench().Machine.Write(DeviceBench.Base + 0x50EC, 1)).Diagnostic;
        (diagnostic.Code, diagnostic.Value).ShouldBe((NvdlaCodes.RegisterHole, "0x50EC"));
    }

    [Theory]
    [InlineData(0x4_0000u)]
    [InlineData(0x50BDu)]
    public void An_access_outside_the_window_or_between_words_is_refused(uint offset) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new DeviceBench().Device.Write(offset, 1));

    [Theory]
    [InlineData("CDP", "D_OP_ENABLE")]
    [InlineData("RBK", "D_OP_ENABLE")]
    [InlineData("BDMA", "CFG_LAUNCH0")]
    public void Starting_a_unit_without_a_model_is_refused(string unit, string register)
    {
        Diagnostic diagnostic = Should.Throw<MemtiException>(() => new DeviceBench().Write(unit, register, 1)).Diagnostic;
        (diagnostic.Code, diagnostic.Key).ShouldBe((NvdlaCodes.UnmodelledUnit, unit));
    }
}
