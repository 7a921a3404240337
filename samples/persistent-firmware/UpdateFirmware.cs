using Memti.Abstractions.Firmware;

namespace PersistentFirmware;

/// <summary>Brings parameters in non-volatile memory to the newest version at each start, and then works on each frame.</summary>
/// <param name="options">Options from the scenario.</param>
public abstract class UpdateFirmware(UpdateOptions options) : IFirmware
{
    /// <summary>After the update the policy remembers nothing.</summary>
    public long? SteadyState => 0;

    /// <inheritdoc />
    public async ValueTask RunAsync(ISystemOnChip soc)
    {
        await soc.Wake();
        await Update(new NonVolatileStore(soc, options.Store));
        while (await soc.NextFrame() is { } frame)
        {
            foreach (int task in frame.Tasks)
            {
                await soc.Load(task);
                await soc.Infer(task);
            }

            soc.CompleteFrame();
        }
    }

    /// <summary>Writes what is missing. Power may end at any moment of it; then it is called again.</summary>
    /// <param name="store">The memory.</param>
    protected abstract ValueTask Update(NonVolatileStore store);
}
