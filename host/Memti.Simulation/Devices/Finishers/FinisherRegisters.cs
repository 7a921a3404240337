using Memti.Abstractions.Devices;

namespace Memti.Simulation.Devices.Finishers;

/// <summary>
/// Ends the run when firmware writes its register, as QEMU's test device does: firmware of a self-check says whether it passed.
/// </summary>
/// <param name="finished">Receives null for a pass, otherwise the code of the failure.</param>
internal sealed class FinisherRegisters(Action<int?> finished) : IBusDevice
{
    private const uint Pass = 0x5555;
    private const uint Fail = 0x3333;

    private uint _value;

    public uint WindowBytes => DeviceMaps.Finisher.WindowBytes;

    public int InterruptLines => 0;

    public IReadOnlyList<DeviceRegister> Registers => DeviceMaps.Finisher.Registers;

    public uint Read(uint offset) => offset == 0 ? _value : 0;

    public void Write(uint offset, uint value)
    {
        if (offset != 0)
            return;
        _value = value;
        if ((value & 0xFFFF) == Pass)
            finished(null);
        else if ((value & 0xFFFF) == Fail)
            finished((int)(value >> 16));
    }

    public void Reset() => _value = 0;
}
