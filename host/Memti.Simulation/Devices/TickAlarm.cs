namespace Memti.Simulation.Devices;

/// <summary>
/// Calls when the machine timer reaches a tick. The tick may be moved at any time: the calls that then come too early only look again.
/// </summary>
/// <param name="clock">The time.</param>
/// <param name="reached">Runs when the tick is reached, and whenever an earlier call finds that it was.</param>
internal sealed class TickAlarm(IDeviceClock clock, Action reached)
{
    // Ticks that are farther away than this do not come: 29,000 years. Firmware writes all ones for "never".
    private const ulong Never = ulong.MaxValue / 2;

    // A moment farther away than this does not fit the event queue; a call halfway only looks again.
    private static readonly Int128 LongestWait = (Int128)1_000_000_000_000_000_000;

    private Int128 _pending = -1;
    private ulong _tick = ulong.MaxValue;

    /// <summary>The tick; the largest number for never.</summary>
    public ulong Tick
    {
        get => _tick;
        set
        {
            _tick = value;
            Wait();
        }
    }

    /// <summary>True once the timer has reached the tick.</summary>
    public bool IsReached => TickCounter.At(clock.Elapsed) >= _tick;

    /// <summary>True while the tick is still to come.</summary>
    public bool IsArmed => _tick < Never && !IsReached;

    private void Wait()
    {
        Int128 moment = TickCounter.MomentOf(_tick);
        // One call is enough: the earliest of the moments asked for.
        if (!IsArmed || (_pending > clock.Elapsed && _pending <= moment))
            return;
        _pending = Int128.Min(moment, clock.Elapsed + LongestWait);
        clock.At(_pending, Look);
    }

    private void Look()
    {
        if (IsReached)
            reached();
        else
            Wait();
    }
}
