using Memti.Abstractions.Devices;

namespace Memti.Simulation.Devices.Timers;

/// <summary>
/// The core-local interruptor: software interrupt and timer of one core, in the always-on domain. The timer counts simulated time and
/// cannot be set: a store to it is refused.
/// </summary>
internal sealed class CoreTimer : IBusDevice
{
    private const uint SoftwareOffset = 0;
    private const uint CompareOffset = 0x4000;
    private const uint TimeOffset = 0xBFF8;

    private readonly IDeviceClock _clock;
    private readonly Action<bool> _setSoftware;
    private readonly Action<bool> _setTimer;
    private readonly TickAlarm _alarm;
    private bool _software;

    /// <param name="clock">The time.</param>
    /// <param name="setSoftware">Drives the software interrupt.</param>
    /// <param name="setTimer">Drives the timer interrupt.</param>
    public CoreTimer(IDeviceClock clock, Action<bool> setSoftware, Action<bool> setTimer)
    {
        (_clock, _setSoftware, _setTimer) = (clock, setSoftware, setTimer);
        _alarm = new(clock, () => setTimer(true));
    }

    public uint WindowBytes => DeviceMaps.Timer.WindowBytes;

    // Its two lines lead to the core itself, past the interrupt controller.
    public int InterruptLines => 2;

    public IReadOnlyList<DeviceRegister> Registers => DeviceMaps.Timer.Registers;

    /// <summary>True while a timer interrupt is still to come.</summary>
    public bool IsArmed => _alarm.IsArmed;

    public bool TryRead(uint offset, int bytes, out ulong value)
    {
        value = bytes == sizeof(ulong) ? Read(offset) | ((ulong)Read(offset + sizeof(uint)) << 32) : Read(offset);
        return bytes >= sizeof(uint);
    }

    public bool TryWrite(uint offset, int bytes, ulong value)
    {
        if (bytes < sizeof(uint) || (offset & ~7u) == TimeOffset)
            return false;
        if (bytes == sizeof(ulong) && offset == CompareOffset)
            Compare(value);
        else
            Write(offset, (uint)value);
        return true;
    }

    public uint Read(uint offset) => (offset & ~7u) switch
    {
        SoftwareOffset => offset == SoftwareOffset && _software ? 1u : 0,
        CompareOffset => Half(_alarm.Tick, offset),
        TimeOffset => Half(TickCounter.At(_clock.Elapsed), offset),
        _ => 0,
    };

    public void Write(uint offset, uint value)
    {
        if (offset == SoftwareOffset)
            _setSoftware(_software = (value & 1) != 0);
        else if ((offset & ~7u) == CompareOffset)
            Compare(WithHalf(_alarm.Tick, value, offset));
    }

    public void Reset()
    {
        _setSoftware(_software = false);
        Compare(ulong.MaxValue);
    }

    private void Compare(ulong tick)
    {
        _alarm.Tick = tick;
        _setTimer(_alarm.IsReached);
    }

    private static uint Half(ulong value, uint offset) => (uint)((offset & 4) != 0 ? value >> 32 : value);

    private static ulong WithHalf(ulong value, uint half, uint offset) => (offset & 4) != 0
        ? (value & uint.MaxValue) | ((ulong)half << 32)
        : (value & ~(ulong)uint.MaxValue) | half;
}
