using Memti.Abstractions;

namespace Memti.Simulation;

/// <summary>
/// Powers down after a frame when the gap to the next one is longer than the break-even time; wakes when that frame starts.
/// </summary>
public sealed class DutyCycleFirmware(DutyCycleOptions options) : IFirmware
{
    private readonly bool _retain = (options ?? throw new ArgumentNullException(nameof(options))).Retain;

    /// <inheritdoc />
    public long? SteadyState => 0;

    /// <inheritdoc />
    public async ValueTask RunAsync(ISystemOnChip soc)
    {
        ArgumentNullException.ThrowIfNull(soc);
        while (await soc.NextFrame().ConfigureAwait(false) is { } frame)
        {
            await soc.Wake().ConfigureAwait(false);
            await FrameWork.Run(soc, frame).ConfigureAwait(false);
            if (soc.TimeToNextFrame > soc.CostOfPowerDown(_retain, soc.NextTask).BreakEven)
                await soc.PowerDown(_retain).ConfigureAwait(false);
        }
    }
}
