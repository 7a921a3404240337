using Memti.Abstractions.Devices;
using Memti.Abstractions.Diagnostics;
using Memti.Simulation.Bus;
using Memti.Simulation.Codes;

namespace Memti.Simulation.Tests.Bus;

public sealed class SystemBusTests
{
    private readonly BusMachine _machine = new();

    public SystemBusTests()
    {
        _machine.AddDevice(0x1000, "low", static host => new Probe(host));
        _machine.AddDevice(0x2000, "high", static host => new Probe(host));
        _machine.Bus.Add(new AddressRange(0x8000, 0x1000), "memory", new DeviceMemory(Memories.OnChip("sram"), 8));
    }

    [Fact]
    public void Words_reach_the_device_at_their_address()
    {
        _machine.Write(0x1004, 5);
        _machine.Write(0x2004, 6);
        (_machine.Read(0x1004), _machine.Read(0x2004), _machine.Read(0x1000)).ShouldBe((5u, 6u, 0u));
    }

    [Theory]
    [InlineData(0x0FFC)]
    [InlineData(0x1010)]
    [InlineData(0x8000)]
    public void An_access_where_no_device_is_names_the_address_and_what_there_is(int address)
    {
        Diagnostic diagnostic = Should.Throw<MemtiException>(() => _machine.Read((ulong)address)).Diagnostic;
        (diagnostic.Code, diagnostic.Value).ShouldBe((DiagnosticCode.BusAddress, FormattableString.Invariant($"0x{address:X}")));
        diagnostic.Permitted.ShouldNotBeNull().ShouldContain("0x1000 to 0x100F (low)");
        Should.Throw<MemtiException>(() => _machine.Write((ulong)address, 1)).Diagnostic.Code.ShouldBe(DiagnosticCode.BusAddress);
    }

    [Theory]
    [InlineData(0x1001)]
    [InlineData(0x1002)]
    [InlineData(0x9003)]
    public void An_access_within_a_word_is_refused(int address)
    {
        Diagnostic diagnostic = Should.Throw<MemtiException>(() => _machine.Write((ulong)address, 1)).Diagnostic;
        (diagnostic.Code, diagnostic.Permitted).ShouldBe((DiagnosticCode.BusAlignment, "multiples of 4"));
    }

    [Fact]
    public void A_device_cannot_lie_on_a_memory() =>
        Should.Throw<MemtiException>(() => _machine.AddDevice(0x8FFC, "third", static host => new Probe(host))).Diagnostic.Code
            .ShouldBe(SimulationCodes.AddressOverlap);

    [Fact]
    public void One_memory_cannot_have_two_rates() =>
        Should.Throw<MemtiException>(() => _machine.Bus.Add(
            new AddressRange(0x10000, 0x1000), "again", new DeviceMemory(Memories.OnChip("sram") with { OnChip = false }, 8)))
            .Diagnostic.Code.ShouldBe(DiagnosticCode.BadMemoryFigure);
}
