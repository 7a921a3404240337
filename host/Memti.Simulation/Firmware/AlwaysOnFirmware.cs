using Memti.Abstractions.Firmware;

namespace Memti.Simulation.Firmware;

/// <summary>Never powers down: processes each frame when it arrives, and waits for the next one with everything on.</summary>
public sealed class AlwaysOnFirmware : IFirmware
{
    /// <inheritdoc />
    public long? SteadyState => 0;

    /// <inheritdoc />
    public async ValueTask RunAsync(ISystemOnChip soc)
    {
        ArgumentNullException.ThrowIfNull(soc);
        while (await soc.NextFrame().ConfigureAwait(false) is { } frame)
            await FrameWork.Run(soc, frame).ConfigureAwait(false);
    }
}
