using Memti.Abstractions.Firmware;

namespace Memti.Simulation.Tests;

internal sealed class ScriptedFirmware(Func<ISystemOnChip, ValueTask> script, long? steadyState = null) : IFirmware
{
    public long? SteadyState => steadyState;

    public ValueTask RunAsync(ISystemOnChip soc) => script(soc);

    /// <summary>Does the script for each frame and completes it.</summary>
    public static ScriptedFirmware PerFrame(Func<ISystemOnChip, Frame, ValueTask> script, long? steadyState = 0) => new(
        async soc =>
        {
            while (await soc.NextFrame() is { } frame)
            {
                await script(soc, frame);
                soc.CompleteFrame();
            }
        },
        steadyState);
}
