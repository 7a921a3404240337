using Memti.Abstractions.Diagnostics;
using Memti.Documents.Codes;
using Memti.Scenarios.Buses;
using Memti.Scenarios.Codes;
using Memti.Scenarios.Designs;
using Memti.Scenarios.Tests.Fakes;

namespace Memti.Scenarios.Tests;

public sealed class ProcessorTests
{
    private const string Machine = """

        processor: { kind: riscv, clock_mhz: 50 }
        power: { firmware: { elf: build/node.elf } }
        bus: { uart: 0x10008000 }
        """;

    private static readonly string Text =
        Samples.Whole.Replace("task: { kind: sram,", "task: { kind: sram, at: 0x80000000,", StringComparison.Ordinal) + Machine;

    [Fact]
    public void A_processor_executes_a_file_beside_the_scenario()
    {
        DesignScenario design = Samples.OnlyDesign(Text);

        design.Processor.ShouldNotBeNull().Options.ShouldBeOfType<FakeCoreOptions>().Clock.Megahertz.ShouldBe(50);
        design.Elf.ShouldNotBeNull().Path.ShouldBe(Path.Combine("samples", "build/node.elf"));
        (design.Firmware.Kind, design.Firmware.Files.Count()).ShouldBe(("elf", 1));
        design.Components.ShouldContain(design.Processor);
    }

    [Fact]
    public void Windows_are_where_the_scenario_says()
    {
        DesignScenario design = Samples.OnlyDesign(Text);

        design.Memories.Select(static memory => memory.At).ShouldBe([null, null, 0x8000_0000, null]);
        design.Bus.ShouldBe(new BusSpec { Uart = 0x1000_8000 });
    }

    [Theory]
    [InlineData("4096", 4096)]
    [InlineData("0X20000000", 0x2000_0000)]
    [InlineData("0xfffff000", 0xffff_f000)]
    public void An_address_is_hexadecimal_or_decimal(string written, ulong address) =>
        Samples.OnlyDesign(Text, $"bus.dma={written}").Bus.Dma.ShouldBe(address);

    [Theory]
    [InlineData("100", DiagnosticCode.ValueOutOfRange)]
    [InlineData("-4096", DiagnosticCode.ValueOutOfRange)]
    [InlineData("0x100000000", DiagnosticCode.ValueOutOfRange)]
    [InlineData("0x", DocumentCodes.WrongType)]
    [InlineData("0x12g4", DocumentCodes.WrongType)]
    [InlineData("'0x1000'", DocumentCodes.WrongType)]
    [InlineData("high", DocumentCodes.WrongType)]
    public void Another_address_is_refused(string written, string code) =>
        Samples.Read(Text, $"memories.task.at={written}").Findings.ShouldHaveSingleItem().Code.ShouldBe(code);

    [Fact]
    public void A_memory_of_another_kind_stays_at_its_address() =>
        Samples.OnlyDesign(Text, "memories.task.kind=rram").Memories[2].At.ShouldBe(0x8000_0000UL);

    [Fact]
    public void Designs_take_other_firmware_and_no_processor()
    {
        string text = Text + """

            designs:
              core: {}
              other: { power: { firmware: { elf: other.elf } } }
              managed: { processor: null, power: { firmware: duty-cycle } }
            """;

        ScenarioSet scenario = Samples.Valid(text);

        scenario.Designs.Select(static design => design.Elf?.Name).ShouldBe(["build/node.elf", "other.elf", null]);
        scenario.Designs.Select(static design => design.Processor is null).ShouldBe([false, false, true]);
    }

    [Fact]
    public void A_file_in_place_of_a_policy_drops_the_options_of_the_policy()
    {
        string text = Samples.Whole + "\nprocessor: { kind: riscv }\npower: { firmware: duty-cycle, retain: true }";

        Samples.OnlyDesign(text, "power.firmware={elf: node.elf}").Elf!.Name.ShouldBe("node.elf");
        Samples.OnlyDesign(text, "power.firmware.elf=node.elf").Elf!.Name.ShouldBe("node.elf");
    }

    [Fact]
    public void A_file_without_a_processor_is_refused_where_it_is_named()
    {
        Diagnostic finding = Samples.Read(Text, "processor=null").Findings.ShouldHaveSingleItem();

        (finding.Code, finding.File).ShouldBe((ScenarioCodes.FirmwareNeedsProcessor, Samples.File));
        finding.Message.ShouldContain("processor: { kind: riscv }");
    }

    [Theory]
    [InlineData("power.firmware={elf: null}", DocumentCodes.MissingKey)]
    [InlineData("power={firmware: {elf: [a]}}", DocumentCodes.WrongType)]
    [InlineData("power={firmware: {elf: a, retain: true}}", DocumentCodes.UnknownKey)]
    [InlineData("power={firmware: {elf: a}, retain: true}", DocumentCodes.UnknownKey)]
    [InlineData("power.firmware=elf", ScenarioCodes.UnknownKind)]
    [InlineData("processor.kind=arm", ScenarioCodes.UnknownKind)]
    [InlineData("bus.uarts=0x1000", DocumentCodes.UnknownKey)]
    public void What_is_not_understood_is_refused(string set, string code) =>
        Samples.Read(Text, set).Findings.ShouldHaveSingleItem().Code.ShouldBe(code);
}
