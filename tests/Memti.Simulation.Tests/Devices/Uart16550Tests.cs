using System.Text;
using Memti.Simulation.Devices.Consoles;

namespace Memti.Simulation.Tests.Devices;

public sealed class Uart16550Tests
{
    private readonly List<byte> _sent = [];
    private readonly Uart16550 _uart;
    private bool _line;

    public Uart16550Tests() => _uart = new(_sent.Add, active => _line = active);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Bytes_leave_at_once_whatever_the_size_of_the_access(int bytes)
    {
        foreach (byte letter in "Hi"u8)
            _uart.TryWrite(0, bytes, 0xFFFFFF00u | letter).ShouldBeTrue();
        Encoding.ASCII.GetString([.. _sent]).ShouldBe("Hi");
        Read(5).ShouldBe(0x60ul);
    }

    [Fact]
    public void Doublewords_are_refused()
    {
        _uart.TryWrite(0, 8, 1).ShouldBeFalse();
        _uart.TryRead(0, 8, out _).ShouldBeFalse();
        _sent.ShouldBeEmpty();
    }

    [Fact]
    public void The_divisor_hides_the_data()
    {
        Write(3, 0x83);
        Write(0, 0x12);
        Write(1, 0x34);
        (Read(0), Read(1)).ShouldBe((0x12ul, 0x34ul));
        Write(3, 0x03);
        (Read(0), Read(1), _sent.Count).ShouldBe((0ul, 0ul, 0));
    }

    [Fact]
    public void An_empty_transmitter_interrupts_once_for_each_byte()
    {
        Write(1, 2);
        _line.ShouldBeTrue();
        Read(2).ShouldBe(2ul);
        (_line, Read(2)).ShouldBe((false, 1ul));
        Write(0, (byte)'x');
        _line.ShouldBeTrue();
    }

    [Fact]
    public void Without_enable_nothing_interrupts()
    {
        Write(0, (byte)'x');
        _line.ShouldBeFalse();
    }

    [Fact]
    public void The_fifo_shows_where_firmware_looks_for_it()
    {
        Write(2, 1);
        Read(2).ShouldBe(0xC1ul);
    }

    [Fact]
    public void Reset_clears_registers_and_interrupt()
    {
        Write(1, 2);
        Write(7, 0x5A);
        Read(7).ShouldBe(0x5Aul);
        _uart.Reset();
        (_line, Read(1), Read(7)).ShouldBe((false, 0ul, 0ul));
    }

    private ulong Read(uint offset) => _uart.TryRead(offset, 1, out ulong value) ? value : throw new ShouldAssertException("refused");

    private void Write(uint offset, byte value) => _uart.TryWrite(offset, 1, value).ShouldBeTrue();
}
