using Memti.Simulation.Devices.Dma;

namespace Memti.Simulation.Tests.Devices;

public sealed class DmaRegistersTests
{
    private readonly Engine _engine = new();
    private readonly DmaRegisters _dma;
    private bool _line;

    public DmaRegistersTests()
    {
        _dma = new(_engine, active => _line = active);
        _dma.Write(0x00, 0x2000_0010);
        _dma.Write(0x04, 1);
        _dma.Write(0x08, 0x4000_0000);
        _dma.Write(0x10, 96);
    }

    [Fact]
    public void A_transfer_is_busy_until_it_is_done_and_then_interrupts()
    {
        Start();
        _engine.Started.ShouldBe((0x1_2000_0010ul, 0x4000_0000ul, 96u));
        (Status, _line).ShouldBe((1u, false));
        _engine.Completed!();
        (Status, _line).ShouldBe((2u, true));
        _dma.Write(0x18, 0);
        (Status, _line).ShouldBe((0u, false));
    }

    [Fact]
    public void A_transfer_that_cannot_be_is_an_error()
    {
        _engine.Refuses = true;
        Start();
        (Status, _line).ShouldBe((4u, true));
    }

    [Fact]
    public void A_start_while_busy_is_an_error_and_the_transfer_goes_on()
    {
        Start();
        _engine.Started = default;
        Start();
        (_engine.Started, Status).ShouldBe((default, 5u));
        _dma.Write(0x18, 0);
        Status.ShouldBe(1u);
    }

    [Fact]
    public void Nothing_is_done_at_once()
    {
        _dma.Write(0x10, 0);
        Start();
        (Status, _engine.Started).ShouldBe((2u, default));
    }

    [Fact]
    public void An_abort_ends_the_transfer_without_an_interrupt()
    {
        Start();
        _dma.Write(0x14, 2);
        (Status, _line, _engine.Aborts).ShouldBe((0u, false, 1));
        _dma.Write(0x14, 2);
        _engine.Aborts.ShouldBe(1);
    }

    [Fact]
    public void Reset_aborts_and_clears()
    {
        Start();
        _dma.Reset();
        (Status, _dma.Read(0x00), _dma.Read(0x10), _engine.Aborts).ShouldBe((0u, 0u, 0u, 1));
    }

    [Fact]
    public void Registers_read_back()
    {
        (_dma.Read(0x00), _dma.Read(0x04), _dma.Read(0x08), _dma.Read(0x0C), _dma.Read(0x10))
            .ShouldBe((0x2000_0010u, 1u, 0x4000_0000u, 0u, 96u));
    }

    private uint Status => _dma.Read(0x18);

    private void Start() => _dma.Write(0x14, 1);

    private sealed class Engine : IDmaEngine
    {
        internal bool Refuses { get; set; }

        internal (ulong Source, ulong Target, uint Bytes) Started { get; set; }

        internal Action? Completed { get; private set; }

        internal int Aborts { get; private set; }

        public bool TryStart(ulong source, ulong target, uint bytes, Action completed)
        {
            (Started, Completed) = ((source, target, bytes), completed);
            return !Refuses;
        }

        public void Abort() => Aborts++;
    }
}
