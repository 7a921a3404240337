using System.Runtime.CompilerServices;
using Memti.Abstractions.Firmware;
using Memti.Abstractions.Units;

namespace Memti.Simulation.Firmware;

/// <summary>
/// Powers down after a frame when the time to the next one exceeds the break-even time. Wakes when that frame starts, or ahead of it.
/// Optionally keeps only those memories on that the frame still needs.
/// </summary>
public sealed class DutyCycleFirmware(DutyCycleOptions options) : IFirmware
{
    private readonly DutyCycleOptions _options = options ?? throw new ArgumentNullException(nameof(options));

    /// <inheritdoc />
    public long? SteadyState => 0;

    /// <inheritdoc />
    public async ValueTask RunAsync(ISystemOnChip soc)
    {
        ArgumentNullException.ThrowIfNull(soc);
        MemoryScheduler? memories = _options.SleepUnusedMemories ? new(soc, _options.Retain) : null;
        while (await soc.NextFrame().ConfigureAwait(false) is { } frame)
        {
            if (memories is null)
                await soc.Wake().ConfigureAwait(false);
            else
                await memories.Begin(frame).ConfigureAwait(false);
            await FrameWork.Run(soc, frame, memories).ConfigureAwait(false);
            await Rest(soc, memories).ConfigureAwait(false);
        }
    }

    // A pooled state machine: this runs once per frame, millions of times, and must not allocate.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask Rest(ISystemOnChip soc, MemoryScheduler? memories)
    {
        // Asked for every gap: the balance depends on the resident sets and on the next task.
        if (soc.TimeToNextFrame > soc.CostOfPowerDown(_options.Retain, soc.NextTask).BreakEven)
            await soc.PowerDown(_options.Retain).ConfigureAwait(false);
        else if (memories is not null)
            await memories.SleepAll().ConfigureAwait(false);
        if (_options.WakeAhead)
            await WakeAhead(soc, memories?.NeededNext ?? MemorySet.All).ConfigureAwait(false);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private static async ValueTask WakeAhead(ISystemOnChip soc, MemorySet needed)
    {
        SimTime lead = soc.TimeToWake(needed);
        if (lead == SimTime.Zero && soc.IsOn)
            return;
        await soc.WaitBeforeNextFrame(lead).ConfigureAwait(false);
        await soc.Wake(needed).ConfigureAwait(false);
    }
}
