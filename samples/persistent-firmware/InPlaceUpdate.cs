namespace PersistentFirmware;

/// <summary>
/// The writer to beat: the new set goes over the old one, and its version is written first. Nobody looks at the words again.
/// </summary>
/// <param name="options">Options from the scenario.</param>
public sealed class InPlaceUpdate(UpdateOptions options) : UpdateFirmware(options)
{
    private readonly int _words = options.SetWords;
    private readonly int _newest = options.Version;

    /// <inheritdoc />
    protected override async ValueTask Update(NonVolatileStore store)
    {
        uint[]? present = await store.Read(0, 1);
        for (int version = (int)(present?[0] ?? 0) + 1; version <= _newest; version++)
        {
            await store.Write(0, (uint)version);
            await store.Write(NonVolatileStore.WordBytes, ArrivingSet.Words(version, 0, _words));
        }
    }
}
