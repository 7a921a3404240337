namespace Memti.Simulation.Devices.Dma;

/// <summary>The registers of the DMA controller.</summary>
/// <param name="engine">Moves the bytes.</param>
/// <param name="setInterrupt">Drives the interrupt line.</param>
internal sealed class DmaRegisters(IDmaEngine engine, Action<bool> setInterrupt)
    : RegisterFile(DeviceMaps.Dma.WindowBytes, DeviceMaps.Dma.Registers)
{
    private const uint Start = 1;
    private const uint Abort = 2;
    private const uint Busy = 1;
    private const uint Done = 2;
    private const uint Error = 4;

    private ulong _source;
    private ulong _target;
    private uint _bytes;
    private uint _status;

    public override uint Read(uint offset) => offset switch
    {
        0x00 or 0x04 => Half(_source, offset == 0x04),
        0x08 or 0x0C => Half(_target, offset == 0x0C),
        0x10 => _bytes,
        0x18 => _status,
        _ => 0,
    };

    public override void Write(uint offset, uint value)
    {
        if (offset <= 0x04)
            _source = WithHalf(_source, value, offset == 0x04);
        else if (offset <= 0x0C)
            _target = WithHalf(_target, value, offset == 0x0C);
        else if (offset == 0x10)
            _bytes = value;
        else if (offset == 0x14)
            Control(value);
        else if (offset == 0x18)
            Show(_status & Busy);
    }

    public override void Reset()
    {
        Cancel();
        (_source, _target, _bytes) = (0, 0, 0);
        Show(0);
    }

    private void Control(uint value)
    {
        if ((value & Abort) != 0)
            Cancel();
        else if ((value & Start) != 0)
            Begin();
    }

    private void Begin()
    {
        // A start while it is busy is a mistake of the firmware: the transfer under way goes on.
        if ((_status & Busy) != 0)
            Show(_status | Error);
        else if (_bytes == 0)
            Show(Done);
        else
            Show(engine.TryStart(_source, _target, _bytes, () => Show(Done)) ? Busy : Error);
    }

    private void Cancel()
    {
        if ((_status & Busy) == 0)
            return;
        engine.Abort();
        Show(_status & ~Busy);
    }

    private void Show(uint status)
    {
        _status = status;
        setInterrupt((status & (Done | Error)) != 0);
    }
}
