using Memti.Abstractions.Devices;
using Memti.Abstractions.Diagnostics;
using Memti.Runs.Codes;
using Memti.Runs.Headers;
using Memti.Scenarios.Buses;
using Memti.Simulation.Devices;

namespace Memti.Runs.Tests.Headers;

public sealed class FirmwareHeaderTests
{
    private static readonly string Expected = Path.Combine(AppContext.BaseDirectory, "Headers", "Expected");

    [Theory]
    [InlineData("memti_machine.h")]
    [InlineData("memti_network.h")]
    [InlineData("memti_memory.ld")]
    public void A_small_design_has_these_headers(string name) =>
        Text(name, slots: 2).ShouldBe(File.ReadAllText(Path.Combine(Expected, name)));

    [Fact]
    public void One_slot_needs_no_moving()
    {
        Text("memti_network.h", slots: 1).ShouldContain("memti_offsets_2, 0, 2, 0,");
        Text("memti_machine.h", slots: 1).ShouldContain("#define MEMTI_SLOTS 1 ");
    }

    [Fact]
    public void An_accelerator_without_registers_has_no_program() => FirmwareHeaders.Of(SmallMachine.Design(1), "test", program: null)
        .Select(static file => file.Name).ShouldBe(["memti_machine.h", "memti_memory.ld"]);

    [Fact]
    public void A_program_that_does_not_follow_its_slot_is_refused()
    {
        // A sum of two addresses moves by twice the distance.
        IReadOnlyList<LayerProgram> Doubled(int task, NetworkAddresses addresses) =>
            [new("conv", [], [(0x14, (uint)(2 * addresses.TaskWeights))], [], 1, 2)];

        Diagnostic finding = Should.Throw<MemtiException>(() => FirmwareHeaders.Of(SmallMachine.Design(2), "test", Doubled)).Diagnostic;

        (finding.Code, finding.Message.Contains("'conv'", StringComparison.Ordinal)).ShouldBe((RunCodes.ProgramDoesNotMove, true));
    }

    [Fact]
    public void A_name_does_not_end_a_comment() => FirmwareHeaders.Of(SmallMachine.Design(1), "a */ b\n#error", SmallMachine.Layers)
        .ShouldAllBe(static file => file.Text.StartsWith("/* Design small of scenario a  b#error. Do not", StringComparison.Ordinal));

    [Fact]
    public void A_design_without_a_bus_has_no_headers() =>
        Should.Throw<MemtiException>(() => FirmwareHeaders.Of(SmallMachine.Design(1) with { Machine = null }, "test", null))
            .Diagnostic.Code.ShouldBe(RunCodes.NoBus);

    [Fact]
    public void Scenarios_know_the_devices_of_the_machine() => new BusSpec().Bases.Select(static device => device.Key).ShouldBe(
        [.. DeviceMaps.All.Select(static map => map.Name), DeviceMaps.Accelerator]);

    private static string Text(string name, int slots) =>
        FirmwareHeaders.Of(SmallMachine.Design(slots), "test", SmallMachine.Layers).Single(file => file.Name == name).Text;
}
