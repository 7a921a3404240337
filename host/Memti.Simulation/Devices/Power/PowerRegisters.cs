using Memti.Simulation.PowerStates;

namespace Memti.Simulation.Devices.Power;

/// <summary>The registers of the power controller. In the always-on domain: a power-down of the core keeps them.</summary>
internal sealed class PowerRegisters : RegisterFile
{
    private const uint NoTask = uint.MaxValue;
    private const uint RetainedOffset = 0x40;
    private const uint StateOffset = 0x100;
    private const int RetainedCount = 8;
    private const uint SupplyLow = 1;
    private const uint SupplyWarned = 2;
    private const uint SupplyInterrupt = 4;

    private readonly IPowerControl _control;
    private readonly IDeviceClock _clock;
    private readonly Func<bool> _isExternalPending;
    private readonly Action<bool> _setInterrupt;
    private readonly uint[] _retained = new uint[RetainedCount];
    private readonly TickAlarm _alarm;
    private int _waking;
    private bool _hasWoken;
    private bool _isWarned;
    private bool _warnsByInterrupt;
    private uint _task = NoTask;

    /// <param name="control">The domains.</param>
    /// <param name="clock">The time.</param>
    /// <param name="isExternalPending">Tells whether the interrupt controller asks for the core.</param>
    /// <param name="setInterrupt">Drives the interrupt line.</param>
    /// <param name="timerReached">Runs when the wake timer is reached.</param>
    public PowerRegisters(
        IPowerControl control, IDeviceClock clock, Func<bool> isExternalPending, Action<bool> setInterrupt, Action timerReached)
        : base(DeviceMaps.Power.WindowBytes, DeviceMaps.Power.Registers)
    {
        (_control, _clock, _isExternalPending, _setInterrupt) = (control, clock, isExternalPending, setInterrupt);
        _alarm = new(clock, timerReached);
    }

    /// <summary>What the next wait of the core does.</summary>
    public PowerDownMode PowerDown { get; private set; }

    /// <summary>What may wake a core that is down.</summary>
    public WakeSources Enabled { get; private set; }

    /// <summary>What woke the core.</summary>
    public WakeSources Cause { get; set; } = WakeSources.PowerOn;

    /// <summary>True when the wake timer has been reached.</summary>
    public bool IsTimerReached => _alarm.IsReached;

    /// <summary>True while the wake timer is still to come.</summary>
    public bool IsTimerArmed => _alarm.IsArmed;

    private uint Busy => _waking > 0 ? 1u : 0;

    /// <summary>The voltage of the supply fell to the warning threshold.</summary>
    public void WarnOfSupply()
    {
        _isWarned = true;
        Drive();
    }

    /// <summary>Takes the request to go down back: it holds for one wait.</summary>
    public void ClearPowerDown() => PowerDown = PowerDownMode.None;

    public override uint Read(uint offset) => offset switch
    {
        0x00 => (uint)_control.Domains,
        0x04 => ReadBusy(),
        0x14 => (uint)PowerDown,
        0x18 => (uint)Enabled,
        0x1C => (uint)Cause,
        0x20 or 0x24 => Half(_alarm.Tick, offset == 0x24),
        0x2C => _task,
        0x30 => _isExternalPending() ? 1u : 0,
        0x34 => (_control.IsSupplyLow ? SupplyLow : 0) | (_isWarned ? SupplyWarned : 0) | (_warnsByInterrupt ? SupplyInterrupt : 0),
        0x38 => _control.SupplyMillivolts ?? uint.MaxValue,
        >= RetainedOffset and < RetainedOffset + (4 * RetainedCount) => _retained[(offset - RetainedOffset) / 4],
        >= StateOffset => StateOf((offset - StateOffset) / 4),
        _ => 0,
    };

    public override void Write(uint offset, uint value)
    {
        switch (offset)
        {
            case 0x08:
                Wake(value);
                break;
            case 0x0C or 0x10:
                _control.Sleep(value, retain: offset == 0x10);
                break;
            case 0x14:
                PowerDown = value <= (uint)PowerDownMode.Retaining ? (PowerDownMode)value : PowerDownMode.None;
                break;
            case 0x18:
                Enabled = (WakeSources)value & WakeSources.Enableable;
                break;
            case 0x20 or 0x24:
                _alarm.Tick = WithHalf(_alarm.Tick, value, offset == 0x24);
                break;
            case 0x28:
                _control.Mark(value);
                break;
            case 0x2C:
                _control.Charge((int)(_task = value));
                break;
            case 0x34:
                WriteSupply(value);
                break;
            case >= RetainedOffset and < RetainedOffset + (4 * RetainedCount):
                _retained[(offset - RetainedOffset) / 4] = value;
                break;
        }
    }

    public override void Reset()
    {
        (PowerDown, Enabled, Cause, _task) = (PowerDownMode.None, WakeSources.None, WakeSources.PowerOn, NoTask);
        (_waking, _hasWoken, _isWarned, _warnsByInterrupt) = (0, false, false, false);
        _alarm.Tick = ulong.MaxValue;
        Array.Clear(_retained);
        _control.Charge(-1);
        Drive();
    }

    private void Wake(uint mask)
    {
        _waking++;
        if (_control.Wake(mask, Woken))
            return;
        // Nothing sleeps: the wake-up is complete in this moment, but never within the write that asks for it.
        _clock.At(_clock.Elapsed, Woken);
    }

    private void Woken()
    {
        // A reset has forgotten the wake-ups before it.
        if (_waking == 0)
            return;
        _waking--;
        _hasWoken = true;
        Drive();
    }

    private void WriteSupply(uint value)
    {
        _isWarned &= (value & SupplyWarned) == 0;
        _warnsByInterrupt = (value & SupplyInterrupt) != 0;
        Drive();
    }

    private void Drive() => _setInterrupt(_hasWoken || (_isWarned && _warnsByInterrupt));

    protected override uint Peek(uint offset) => offset == 0x04 ? Busy : Read(offset);

    private uint ReadBusy()
    {
        _hasWoken = false;
        Drive();
        return Busy;
    }

    private uint StateOf(uint domain) => domain >= _control.Domains ? 0 : _control.StateOf((int)domain) switch
    {
        PowerState.Off => 0,
        PowerState.Retention => 1,
        PowerState.Waking => 2,
        _ => 3u,
    };
}
