namespace PersistentFirmware;

/// <summary>
/// For a backbone that is too large for two slots. It is replaced in place, page by page, and a small record in two slots says how many
/// pages are done. After a cut the update goes on with the page that was under way: its sender sends it again.
/// </summary>
/// <param name="options">Options from the scenario.</param>
public sealed class PagedUpdate(PagedUpdateOptions options) : UpdateFirmware(options)
{
    private readonly int _words = options.SetWords;
    private readonly int _page = options.PageWords;
    private readonly int _newest = options.Version;

    private int Pages => (_words + _page - 1) / _page;

    /// <inheritdoc />
    protected override async ValueTask Update(NonVolatileStore store)
    {
        int done = Math.Max(await DoneIn(store, 0), await DoneIn(store, 1));
        for (; done < Pages * _newest; done++)
        {
            (int version, int first) = (1 + (done / Pages), done % Pages * _page);
            await store.Write(
                first * NonVolatileStore.WordBytes, ArrivingSet.Words(version, first, Math.Min(_page, _words - first)));
            uint record = (uint)done + 1;
            await store.Write(PlaceOf(done % 2), record);
            await store.Write(PlaceOf(done % 2) + NonVolatileStore.WordBytes, Crc.Of([record]));
        }
    }

    /// <summary>Pages of all versions that a record counts; 0 for one that was not written to its end.</summary>
    private async ValueTask<int> DoneIn(NonVolatileStore store, int slot)
    {
        uint[]? record = await store.Read(PlaceOf(slot), 2);
        return record is not null && record[0] != 0 && record[1] == Crc.Of([record[0]]) ? (int)record[0] : 0;
    }

    private long PlaceOf(int slot) => NonVolatileStore.After(_words) + (slot * NonVolatileStore.After(2));
}
