namespace PersistentFirmware;

/// <summary>
/// The store to ship: a set goes into the slot that does not hold the present one. Its version and then its checksum are written last;
/// until then the old set is the newest valid one.
/// </summary>
/// <param name="options">Options from the scenario.</param>
public sealed class TwoSlotUpdate(UpdateOptions options) : UpdateFirmware(options)
{
    private readonly int _words = options.SetWords;
    private readonly int _newest = options.Version;

    /// <inheritdoc />
    protected override async ValueTask Update(NonVolatileStore store)
    {
        (int first, int second) = (await VersionOf(store, 0), await VersionOf(store, 1));
        for (int version = Math.Max(first, second) + 1; version <= _newest; version++)
        {
            int slot = first > second ? 1 : 0;
            await Write(store, slot, version);
            if (await VersionOf(store, slot) != version)
                throw new InvalidOperationException($"version {version} is not what was written");
            (first, second) = slot == 0 ? (version, second) : (first, version);
        }
    }

    /// <summary>The version of a slot; 0 for one that was not written to its end.</summary>
    private async ValueTask<int> VersionOf(NonVolatileStore store, int slot)
    {
        uint[]? set = await store.Read(PlaceOf(slot), _words + 2);
        bool isWhole = set is not null && set[_words] != 0 && set[_words + 1] == Crc.Of(set.AsSpan(0, _words + 1));
        return isWhole ? (int)set![_words] : 0;
    }

    private async ValueTask Write(NonVolatileStore store, int slot, int version)
    {
        uint[] set = [.. ArrivingSet.Words(version, 0, _words), (uint)version];
        await store.Write(PlaceOf(slot), set[.._words]);
        await store.Write(PlaceOf(slot) + (_words * NonVolatileStore.WordBytes), (uint)version);
        await store.Write(PlaceOf(slot) + ((_words + 1) * NonVolatileStore.WordBytes), Crc.Of(set));
    }

    private long PlaceOf(int slot) => slot * NonVolatileStore.After(_words + 2);
}
