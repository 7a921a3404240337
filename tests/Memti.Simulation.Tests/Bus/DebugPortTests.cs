using Memti.Abstractions.Units;
using Memti.Simulation.Bus;
using Memti.Simulation.Contents;
using Memti.Simulation.Devices.Consoles;
using Memti.Simulation.Devices.Interrupts;
using Memti.Simulation.Devices.Power;
using Memti.Simulation.Tests.Devices;

namespace Memti.Simulation.Tests.Bus;

public sealed class DebugPortTests
{
    private readonly SystemBus _bus = new();
    private readonly ByteStore _store = new("bytes", 0x1000, seed: 7);
    private readonly List<(ulong Address, long Bytes)> _changes = [];
    private readonly List<byte> _sent = [];
    private readonly InterruptController _interrupts = new(static _ => { });
    private readonly Uart16550 _uart;
    private readonly DebugPort _port;
    private bool _uartLine;

    public DebugPortTests()
    {
        _uart = new Uart16550(_sent.Add, active => _uartLine = active);
        _bus.Add(0x1000_0000, "uart", _uart);
        _bus.Add(0xC00_0000, "interrupts", _interrupts);
        _bus.Add(
            new AddressRange(0x2000, 0x1000), "bytes", new MemoryWindow(_store, SimTime.FromNanoseconds(5), SimTime.Zero));
        _port = new DebugPort(_bus, (address, bytes) => _changes.Add((address, bytes)));
    }

    [Fact]
    public void Bytes_of_a_memory_are_read_and_written_without_a_count()
    {
        _port.TryWrite(0x2FFD, [1, 2, 3]).ShouldBeTrue();
        Read(0x2FFD, 3).ShouldBe([1, 2, 3]);
        _changes.ShouldBe([(0x2FFDul, 3L)]);
        _store.Accesses.ShouldBe((0L, 0L));
    }

    [Theory]
    [InlineData(0x1FFFul, 1)]
    [InlineData(0x1FFFul, 2)]
    [InlineData(0x2FFDul, 4)]
    [InlineData(ulong.MaxValue, 4)]
    public void What_lies_outside_is_not_there(ulong address, int bytes)
    {
        Read(address, bytes).ShouldBeNull();
        _port.TryWrite(address, new byte[bytes]).ShouldBeFalse();
    }

    [Fact]
    public void A_memory_without_power_shows_no_old_bytes()
    {
        _port.TryWrite(0x2000, [1]).ShouldBeTrue();
        _store.IsOn = false;
        Read(0x2000, 1).ShouldBeNull();
        _port.TryWrite(0x2000, [1]).ShouldBeFalse();
        _changes.Count.ShouldBe(1);
    }

    [Fact]
    public void A_claim_is_seen_but_not_taken()
    {
        _interrupts.Write(0x2000, uint.MaxValue);
        _interrupts.Write(4 * 3, 1);
        _interrupts.Set(3, true);
        Read(0xC20_0004, 4).ShouldBe([3, 0, 0, 0]);
        Read(0xC20_0004, 4).ShouldBe([3, 0, 0, 0]);
        _interrupts.IsActive.ShouldBeTrue();
        _interrupts.Read(0x20_0004).ShouldBe(3u);
        Read(0xC20_0004, 4).ShouldBe([0, 0, 0, 0]);
    }

    [Fact]
    public void The_identification_of_an_interrupt_stays()
    {
        _uart.TryWrite(1, 1, 2).ShouldBeTrue();
        Read(0x1000_0002, 1).ShouldBe([2]);
        _uartLine.ShouldBeTrue();
        _uart.Read(2).ShouldBe(2u);
        _uartLine.ShouldBeFalse();
    }

    [Fact]
    public void A_wake_up_interrupt_stays()
    {
        bool line = false;
        var clock = new ManualClock();
        var power = new PowerRegisters(new Idle(), clock, static () => false, active => line = active, static () => { });
        _bus.Add(0x1001_0000, "power", power);
        power.Write(0x08, 1);
        clock.MoveTo(0);
        Read(0x1001_0004, 4).ShouldBe([0, 0, 0, 0]);
        line.ShouldBeTrue();
        power.Read(0x04);
        line.ShouldBeFalse();
    }

    [Fact]
    public void Registers_are_read_in_parts_and_in_rows()
    {
        _interrupts.Write(8, 2);
        _interrupts.Write(12, 3);
        Read(0xC00_0008, 8).ShouldBe([2, 0, 0, 0, 3, 0, 0, 0]);
        Read(0xC00_0009, 4).ShouldBe([0, 0, 0, 3]);
        Read(0xC00_000C, 1).ShouldBe([3]);
    }

    [Fact]
    public void A_register_is_written_as_a_whole()
    {
        _port.TryWrite(0xC00_0008, [5, 0, 0, 0]).ShouldBeTrue();
        _interrupts.Read(8).ShouldBe(5u);
        _port.TryWrite(0xC00_0008, [1]).ShouldBeFalse();
        _port.TryWrite(0x1000_0000, "Hi"u8[..1]).ShouldBeTrue();
        _sent.ShouldBe("H"u8.ToArray());
        _changes.ShouldBeEmpty();
    }

    private byte[]? Read(ulong address, int count)
    {
        byte[] bytes = new byte[count];
        return _port.TryRead(address, bytes) ? bytes : null;
    }

    /// <summary>Nothing sleeps.</summary>
    private sealed class Idle : IPowerControl
    {
        public uint? SupplyMillivolts => null;

        public bool IsSupplyLow => false;

        public int Domains => 1;

        public PowerStates.PowerState StateOf(int domain) => PowerStates.PowerState.On;

        public bool Wake(uint mask, Action completed) => false;

        public void Sleep(uint mask, bool retain)
        {
        }

        public void Mark(uint value)
        {
        }

        public void Charge(int task)
        {
        }
    }
}
