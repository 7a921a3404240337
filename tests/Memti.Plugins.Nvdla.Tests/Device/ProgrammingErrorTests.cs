using Memti.Abstractions.Devices;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Abstractions.Units;
using Memti.Plugins.Nvdla.Device.Programming;
using Memti.Plugins.Nvdla.Options;
using static Memti.Plugins.Nvdla.Tests.Engines;

namespace Memti.Plugins.Nvdla.Tests.Device;

public sealed class ProgrammingErrorTests
{
    public static TheoryData<Layer> LayersWithoutRegisters => new()
    {
        AConvolution() with { Groups = 2 },
        AConvolution(channels: 9000, px: 1),
        AConvolution(kernels: 9000),
        AConvolution(px: 16, kernel: 1, stride: 9),
        AConvolution() with { TaskParameters = 5 },
        AConvolution() with { SharedParameters = 5 },
        AConvolution() with { TaskParameters = (64 * 64 * 9) + 1 },
        AConvolution() with { TaskParameters = (64 * 64 * 9) + (5 * 64) },
        AConvolution() with { SharedParameters = (64 * 64 * 9) + 64, TaskParameters = 64 },
        InterruptTests.APooling(px: 64, window: 17),
        InterruptTests.APooling() with { AddsOperand = true },
        InterruptTests.APooling() with { OutputChannels = 32 },
        AConvolution(stride: 2, kernel: 1) with { Kind = LayerKind.Elementwise, TaskParameters = 0 },
    };

    [Theory]
    [MemberData(nameof(LayersWithoutRegisters))]
    public void A_layer_that_registers_cannot_describe_is_refused_by_name(Layer layer)
    {
        Diagnostic diagnostic = Should.Throw<MemtiException>(
            () =>
                new LayerProgrammer(new NvdlaOptions(), RegisterLayout.Full, DeviceBench.Addresses).Program(
                    layer, first: false)).Diagnostic;
        (diagnostic.Code, diagnostic.Key).ShouldBe((NvdlaCodes.LayerNotProgrammable, "conv"));
        diagnostic.Permitted.ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData(true, false, 36)]
    [InlineData(false, true, 36)]
    [InlineData(false, false, 38)]
    public void Groups_that_cannot_be_layers_are_refused_by_name(bool first, bool shares, long parameters)
    {
        Layer layer = AConvolution(channels: 4, kernels: 4) with { Groups = 4, SharesInput = shares, TaskParameters = parameters };
        Diagnostic diagnostic = Should.Throw<MemtiException>(
            () => new LayerProgrammer(new NvdlaOptions(), RegisterLayout.Full, DeviceBench.Addresses).ProgramGroups(layer, first)).Diagnostic;
        (diagnostic.Code, diagnostic.Key).ShouldBe((NvdlaCodes.LayerNotProgrammable, "conv"));
        diagnostic.Permitted.ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("CSC", "D_MISC_CFG", 0u)] // Winograd here and not there
    [InlineData("CDMA", "D_WEIGHT_SIZE_0", 10u)]
    [InlineData("CDMA", "D_WEIGHT_SIZE_1", 10u)]
    [InlineData("CSC", "D_WEIGHT_SIZE_EXT_1", 10u)]
    [InlineData("CSC", "D_BANK", 10u)]
    [InlineData("CACC", "D_DATAOUT_SIZE_0", 10u)]
    [InlineData("SDP", "D_DATA_CUBE_CHANNEL", 10u)]
    public void Units_that_are_told_different_things_are_reported(string unit, string register, uint value)
    {
        var bench = new DeviceBench();
        ProgrammedLayer program = bench.Program(AConvolution());
        bench.Write(unit, register, value);
        Diagnostic diagnostic = Should.Throw<MemtiException>(() => bench.Enable(program)).Diagnostic;
        diagnostic.Code.ShouldBe(NvdlaCodes.BadRegisters);
        diagnostic.Key.ShouldNotBeNull();
        diagnostic.Permitted.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void Winograd_on_an_engine_without_it_is_reported()
    {
        var bench = new DeviceBench(new NvdlaOptions { Winograd = false });
        ProgrammedLayer program = new LayerProgrammer(new NvdlaOptions(), RegisterLayout.Full, DeviceBench.Addresses).Program(
            AConvolution(), false);
        foreach (RegisterWrite write in program.Writes)
            bench.Write(write.Unit, write.Register, write.Value);
        Should.Throw<MemtiException>(() => bench.Enable(program)).Diagnostic.Code.ShouldBe(NvdlaCodes.BadRegisters);
    }

    [Fact]
    public void A_driver_may_leave_winograd_out()
    {
        var bench = new DeviceBench();
        ProgrammedLayer program = new LayerProgrammer(new NvdlaOptions { Winograd = false }, RegisterLayout.Full, DeviceBench.Addresses)
            .Program(AConvolution(), false);
        foreach (RegisterWrite write in program.Writes)
            bench.Write(write.Unit, write.Register, write.Value);
        LayerTime? time = null;
        bench.Host.LayerEnded += layer => time = layer;
        bench.Enable(program);
        bench.Machine.RunUntilIdle();
        time.ShouldNotBeNull().Duration.ShouldBe(SimTime.FromNanoseconds(2.25 * 4096));
    }

    [Fact]
    public void Data_at_an_address_without_a_memory_is_the_error_of_the_system()
    {
        var bench = new DeviceBench();
        ProgrammedLayer program = bench.Program(AConvolution());
        bench.Write("CDMA", "D_WEIGHT_ADDR_HIGH", 0x77);
        Should.Throw<MemtiException>(() => bench.Enable(program)).Diagnostic.Code.ShouldBe(DiagnosticCode.BusAddress);
    }

    [Fact]
    public void Listings_name_unit_and_register() =>
        new RegisterWrite("CDMA", "D_BANK", 0x4000A).ToString().ShouldBe("CDMA.D_BANK = 0x0004000A");

    [Fact]
    public void The_accelerator_offers_the_device()
    {
        IDeviceAccelerator accelerator = new NvdlaAccelerator(new NvdlaOptions());
        IBusDevice device = accelerator.CreateDevice(new TestMachine());
        (device.WindowBytes, device.InterruptLines).ShouldBe((0x4_0000u, 1));
    }
}
