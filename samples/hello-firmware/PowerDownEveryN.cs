using Memti.Abstractions.Firmware;

namespace HelloFirmware;

/// <summary>Works on each frame when it arrives and powers down after every n-th, whether or not that saves energy.</summary>
/// <param name="options">Options from the scenario.</param>
public sealed class PowerDownEveryN(PowerDownEveryNOptions options) : IFirmware
{
    private int _framesUp;

    /// <summary>Frames since the last power-down: all that the policy remembers.</summary>
    public long? SteadyState => _framesUp;

    /// <inheritdoc />
    public async ValueTask RunAsync(ISystemOnChip soc)
    {
        while (await soc.NextFrame() is { } frame)
        {
            await soc.Wake();
            await WorkOn(frame, soc);
            soc.CompleteFrame();
            _framesUp = (_framesUp + 1) % options.Every;
            if (_framesUp == 0)
                await soc.PowerDown(options.Retain);
        }
    }

    private static async ValueTask WorkOn(Frame frame, ISystemOnChip soc)
    {
        if (frame.Deployed >= 0)
            await soc.Deploy(frame.Deployed);
        for (int i = 0; i < frame.Tasks.Count; i++)
        {
            await soc.Load(frame.Tasks[i]);
            await soc.Infer(frame.Tasks[i]);
        }
    }
}
