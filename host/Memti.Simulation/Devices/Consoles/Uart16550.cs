using Memti.Abstractions.Devices;

namespace Memti.Simulation.Devices.Consoles;

/// <summary>
/// The part of a 16550 that a console needs. A byte leaves at once: no rate is modelled, and nothing is ever received. Registers are bytes;
/// a wider access reaches the byte at its address, as on QEMU's <c>virt</c>.
/// </summary>
/// <param name="transmit">Receives each byte.</param>
/// <param name="setInterrupt">Drives the interrupt line.</param>
internal sealed class Uart16550(Action<byte> transmit, Action<bool> setInterrupt) : IBusDevice
{
    private const byte DivisorLatch = 0x80;
    private const byte EmptyInterrupt = 0x02;
    private const byte NoInterrupt = 0x01;

    // Transmitter and its holding register are empty, always.
    private const byte LineStatus = 0x60;

    // Clear to send, data set ready, carrier: as a terminal that is there.
    private const byte ModemStatus = 0xB0;

    private readonly byte[] _registers = new byte[8];
    private readonly byte[] _divisor = new byte[2];
    private bool _fifo;
    private bool _isEmptyPending;

    public uint WindowBytes => DeviceMaps.Uart.WindowBytes;

    public int InterruptLines => 1;

    public IReadOnlyList<DeviceRegister> Registers => DeviceMaps.Uart.Registers;

    private bool SelectsDivisor => (_registers[3] & DivisorLatch) != 0;

    private bool Interrupts => _isEmptyPending && (_registers[1] & EmptyInterrupt) != 0;

    private uint Identification => (Interrupts ? EmptyInterrupt : (uint)NoInterrupt) | (_fifo ? 0xC0u : 0);

    public bool TryRead(uint offset, int bytes, out ulong value)
    {
        value = bytes <= sizeof(uint) ? Read(offset) : 0;
        return bytes <= sizeof(uint);
    }

    public bool TryPeek(uint offset, int bytes, out ulong value)
    {
        value = bytes > sizeof(uint) ? 0 : offset == 2 ? Identification : Read(offset);
        return bytes <= sizeof(uint);
    }

    public bool TryWrite(uint offset, int bytes, ulong value)
    {
        if (bytes > sizeof(uint))
            return false;
        Write(offset, (uint)value);
        return true;
    }

    public uint Read(uint offset) => offset switch
    {
        0 or 1 when SelectsDivisor => _divisor[offset],
        0 => 0,
        2 => ReadInterrupt(),
        5 => LineStatus,
        6 => ModemStatus,
        1 or 3 or 4 or 7 => _registers[offset],
        _ => 0,
    };

    public void Write(uint offset, uint value)
    {
        byte low = (byte)value;
        if (offset <= 1 && SelectsDivisor)
            _divisor[offset] = low;
        else if (offset == 0)
            Transmit(low);
        else if (offset == 1)
            Enable(low);
        else if (offset == 2)
            _fifo = (low & 1) != 0;
        else if (offset is 3 or 4 or 7)
            _registers[offset] = low;
    }

    public void Reset()
    {
        Array.Clear(_registers);
        Array.Clear(_divisor);
        (_fifo, _isEmptyPending) = (false, false);
        setInterrupt(false);
    }

    private void Transmit(byte value)
    {
        transmit(value);
        _isEmptyPending = true;
        setInterrupt(Interrupts);
    }

    private void Enable(byte value)
    {
        bool begins = (value & ~_registers[1] & EmptyInterrupt) != 0;
        _registers[1] = (byte)(value & 0x0F);
        _isEmptyPending |= begins;
        setInterrupt(Interrupts);
    }

    /// <summary>The identification tells of an empty transmitter once, and takes the interrupt back.</summary>
    private uint ReadInterrupt()
    {
        uint value = Identification;
        _isEmptyPending &= !Interrupts;
        setInterrupt(Interrupts);
        return value;
    }
}
