using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Units;
using Memti.Simulation.Bus;
using Memti.Simulation.Codes;
using Memti.Simulation.Contents;

namespace Memti.Simulation.Tests.Bus;

public sealed class SystemBusTests
{
    private readonly SystemBus _bus = new();

    public SystemBusTests()
    {
        _bus.Add(0x1000, "low", new Probe());
        _bus.Add(0x2000, "high", new Probe());
        _bus.Add(new AddressRange(0x8000, 0x1000), "memory", new MemoryWindow(null, SimTime.Zero, SimTime.Zero));
    }

    [Fact]
    public void Words_reach_the_device_at_their_address()
    {
        _bus.Write(0x1004, 5);
        _bus.Write(0x2004, 6);
        (_bus.Read(0x1004), _bus.Read(0x2004), _bus.Read(0x1000)).ShouldBe((5u, 6u, 0u));
    }

    [Theory]
    [InlineData(0x0FFC)]
    [InlineData(0x1010)]
    [InlineData(0x8000)]
    public void An_access_where_no_device_is_names_the_address_and_what_there_is(int address)
    {
        Diagnostic diagnostic = Should.Throw<MemtiException>(() => _bus.Read((ulong)address)).Diagnostic;
        (diagnostic.Code, diagnostic.Value).ShouldBe((DiagnosticCode.BusAddress, FormattableString.Invariant($"0x{address:X}")));
        diagnostic.Permitted.ShouldNotBeNull().ShouldContain("0x1000 to 0x100F (low)");
        Should.Throw<MemtiException>(() => _bus.Write((ulong)address, 1)).Diagnostic.Code.ShouldBe(DiagnosticCode.BusAddress);
    }

    [Theory]
    [InlineData(0x1001)]
    [InlineData(0x1002)]
    [InlineData(0x9003)]
    public void An_access_within_a_word_is_refused(int address)
    {
        Diagnostic diagnostic = Should.Throw<MemtiException>(() => _bus.Write((ulong)address, 1)).Diagnostic;
        (diagnostic.Code, diagnostic.Permitted).ShouldBe((DiagnosticCode.BusAlignment, "multiples of 4"));
    }

    [Fact]
    public void A_device_cannot_lie_on_a_memory() =>
        Should.Throw<MemtiException>(() => _bus.Add(0x8FFC, "third", new Probe())).Diagnostic.Code
            .ShouldBe(SimulationCodes.AddressOverlap);

    [Theory]
    [InlineData(1, 0x88ul)]
    [InlineData(2, 0x7788ul)]
    [InlineData(4, 0x5566_7788ul)]
    [InlineData(8, 0x1122_3344_5566_7788ul)]
    public void Bytes_of_a_memory_are_read_in_every_size_and_take_its_time(int bytes, ulong value)
    {
        ByteStore store = MapBytes();
        _bus.Store(0x2_0003, 8, 0x1122_3344_5566_7788).ShouldBe(new BusAnswer(0, SimTime.FromNanoseconds(70), false));
        _bus.Load(0x2_0003, bytes).ShouldBe(new BusAnswer(value, SimTime.FromNanoseconds(5), false));
        store.Read(3, 1)[0].ShouldBe((byte)0x88);
    }

    [Theory]
    [InlineData(0x0FFCul, 4)]
    [InlineData(0x1001ul, 4)]
    [InlineData(0x1000ul, 2)]
    [InlineData(0x8000ul, 4)]
    [InlineData(0x2_0FFDul, 4)]
    public void What_cannot_be_accessed_is_an_answer_for_a_core(ulong address, int bytes)
    {
        MapBytes();
        _bus.Load(address, bytes).ShouldBe(BusAnswer.Error);
        _bus.Store(address, bytes, 1).ShouldBe(BusAnswer.Error);
    }

    [Fact]
    public void A_memory_without_power_does_not_answer()
    {
        MapBytes().IsOn = false;
        _bus.Load(0x2_0000, 4).IsError.ShouldBeTrue();
        _bus.Store(0x2_0000, 4, 1).IsError.ShouldBeTrue();
    }

    private ByteStore MapBytes()
    {
        var store = new ByteStore("bytes", 0x1000, seed: null);
        _bus.Add(
            new AddressRange(0x2_0000, 0x1000),
            "bytes",
            new MemoryWindow(store, SimTime.FromNanoseconds(5), SimTime.FromNanoseconds(70)));
        return store;
    }
}
