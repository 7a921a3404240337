using Memti.Abstractions.Diagnostics;
using Memti.Plugins.Nvdla.Options;
using Memti.Runs.Codes;
using Memti.Runs.Planning;
using Memti.Scenarios;
using Memti.Simulation.Codes;

namespace Memti.Runs.Tests.Machines;

public sealed class MachinePlannerTests : IDisposable
{
    private readonly CoreScenario _scenario = new();

    public void Dispose() => _scenario.Dispose();

    [Fact]
    public void A_design_with_a_core_has_memories_devices_and_figures()
    {
        PlannedMachine machine = _scenario.Plan().Machine.ShouldNotBeNull();
        machine.Map.Windows.Where(static window => window.HasBytes).Select(static window => (window.Name, window.Range.Base))
            .ShouldBe([("code", 0x2000_0000ul), ("data", 0x8000_0000ul)]);
        machine.Map.Devices.Select(static device => device.Name)
            .ShouldBe(["finisher", "timer", "interrupts", "uart", "power", "frames", "dma", "accelerator"]);
        machine.Accelerator.ShouldNotBeNull().Registers.ShouldContain(static register => register.Name == "CDMA_D_BANK");
        machine.ProcessorFigures.ShouldNotBeNull().Clock.Megahertz.ShouldBe(100);
        machine.Networks.Count.ShouldBe(1);
    }

    [Fact]
    public void Devices_lie_where_the_bus_has_them()
    {
        _scenario.Bus = "{ uart: 0x50000000 }";
        _scenario.Plan().Machine!.Map.Devices.Single(static device => device.Name == "uart").Range.Base.ShouldBe(0x5000_0000ul);
    }

    [Theory]
    [InlineData("{ uart: 0x10010000 }", SimulationCodes.AddressOverlap, "'power' cannot be at 0x10010000")]
    [InlineData("{ accelerator: 0xffff0000 }", SimulationCodes.NoWindow, "device 'accelerator' would have a window at 0xFFFF0000")]
    [InlineData("{ uart: 0x20000000 }", SimulationCodes.AddressOverlap, "'code' cannot be at 0x20000000")]
    public void A_device_without_room_is_a_finding(string bus, string code, string said)
    {
        _scenario.Bus = bus;
        Diagnostic finding = Refused();
        finding.Code.ShouldBe(code);
        finding.Message.ShouldContain(said);
    }

    [Fact]
    public void A_program_cannot_scrub()
    {
        _scenario.Code = "{ kind: plain, at: 0x20000000, holds: [], scrub: { every_days: 7 } }";
        Diagnostic finding = Refused();
        finding.Code.ShouldBe(RunCodes.MemoryCannotDo);
        finding.Message.ShouldContain("memory 'code' has 'scrub', and the firmware is a program");
    }

    [Fact]
    public void Firmware_that_writes_registers_has_a_machine_without_a_core()
    {
        (_scenario.Firmware, _scenario.Accelerator) = ("registers", "{ kind: nvdla, time_model: layer_maximum }");
        _scenario.Plan().Machine.ShouldNotBeNull().Elf.ShouldBeNull();
    }

    [Fact]
    public void Firmware_that_writes_registers_needs_a_driver()
    {
        (_scenario.Firmware, _scenario.Accelerator) = ("registers", "{ kind: undriven }");
        Diagnostic finding = Refused();
        finding.Code.ShouldBe(RunCodes.AcceleratorHasNoRegisters);
        finding.Message.ShouldContain("'undriven' has no driver");
    }

    [Theory]
    [InlineData("layer,kind,c,h,w,k,r,s,groups\nconv,conv,8,8,8,8,3,3,2\nfc,fc,8,6,6,10,,,1\n", "'conv'", "2 groups")]
    [InlineData("layer,kind,c,h,w,k,r,s\nconv,conv,8,8,8,8,3,3\nfc,fc,8,6,6,100000,,\n", "'fc'", "permitted")]
    public void A_layer_that_registers_cannot_say_is_found_before_the_run(string network, string layer, string said)
    {
        _scenario.Network(network);
        _scenario.Firmware = "duty-cycle";
        _scenario.Validate().Findings.ShouldBeEmpty("plans take the layer as it is");
        _scenario.Firmware = "registers";

        ScenarioResult validated = _scenario.Validate();

        Diagnostic finding = validated.Findings.Single();
        finding.Code.ShouldBe(NvdlaCodes.LayerNotProgrammable);
        finding.Message.ShouldContain(layer);
        finding.Message.ShouldContain(said);
        finding.Line.ShouldBe(3, "the accelerator's");
        _scenario.Run().Findings.ShouldBe(validated.Findings);
    }

    [Fact]
    public void A_program_on_a_core_may_do_without_such_layers()
    {
        _scenario.Network("layer,kind,c,h,w,k,r,s,groups\nconv,conv,8,8,8,8,3,3,2\nfc,fc,8,6,6,10,,,1\n");
        _scenario.Run().Report.ShouldNotBeNull();
    }

    private Diagnostic Refused() => Should.Throw<MemtiException>(() => _scenario.Plan()).Diagnostic;
}
