using Memti.Abstractions.Firmware;

namespace PersistentFirmware;

/// <summary>
/// Runs inferences in parts, and saves the features between two parts in one of two slots. At a start it goes on with the layer after the
/// newest whole checkpoint. The frame of that inference is gone, its features are not.
/// </summary>
/// <param name="options">Options from the scenario.</param>
public sealed class CheckpointFirmware(CheckpointOptions options) : IFirmware
{
    private const int RecordWords = 4;

    private uint _sequence;

    /// <inheritdoc />
    public async ValueTask RunAsync(ISystemOnChip soc)
    {
        ILayerInference layers = soc.Layers ?? throw new InvalidOperationException("the system plans no layers");
        var store = new NonVolatileStore(soc, options.Store);
        await soc.Wake();
        if (await Newest(store) is { Layers: > 0 } saved)
        {
            await layers.WriteFeatures(await store.ReadBytes(FeaturesOf(saved.Slot, layers), layers.FeatureBytes));
            await Infer(soc, layers, store, saved.Task, saved.Layers);
        }

        while (await soc.NextFrame() is { } frame)
        {
            foreach (int task in frame.Tasks)
                await Infer(soc, layers, store, task, 0);
            soc.CompleteFrame();
        }
    }

    private async ValueTask Infer(ISystemOnChip soc, ILayerInference layers, NonVolatileStore store, int task, int layer)
    {
        await soc.Load(task);
        int all = layers.LayersOf(task);
        bool hasSaved = layer > 0;
        while (layer < all)
        {
            int count = options.Every == 0 ? all - layer : Math.Min(options.Every, all - layer);
            await layers.Infer(task, layer, count);
            layer += count;
            if (layer == all)
                break;
            await Save(layers, store, task, layer);
            hasSaved = true;
        }

        // A record without layers: the inference is over.
        if (hasSaved)
            await Note(store, task, 0);
    }

    private async ValueTask Save(ILayerInference layers, NonVolatileStore store, int task, int layer)
    {
        byte[] features = new byte[layers.FeatureBytes];
        await layers.ReadFeatures(features);
        await store.WriteBytes(FeaturesOf((int)((_sequence + 1) % 2), layers), features);
        await Note(store, task, layer);
    }

    /// <summary>Writes the next record, its checksum last. A cut leaves that of the other slot the newest whole one.</summary>
    private async ValueTask Note(NonVolatileStore store, int task, int layer)
    {
        uint[] record = [_sequence + 1, (uint)task, (uint)layer];
        long place = RecordOf((int)((_sequence + 1) % 2));
        await store.Write(place, record);
        await store.Write(place + (record.Length * NonVolatileStore.WordBytes), Crc.Of(record));
        _sequence++;
    }

    private async ValueTask<(int Slot, int Task, int Layers)?> Newest(NonVolatileStore store)
    {
        (int Slot, int Task, int Layers)? newest = null;
        for (int slot = 0; slot < 2; slot++)
        {
            uint[]? record = await store.Read(RecordOf(slot), RecordWords);
            if (record is null || record[0] <= _sequence || record[^1] != Crc.Of(record.AsSpan(0, RecordWords - 1)))
                continue;
            (_sequence, newest) = (record[0], (slot, (int)record[1], (int)record[2]));
        }

        return newest;
    }

    private static long RecordOf(int slot) => slot * NonVolatileStore.After(RecordWords);

    private static long FeaturesOf(int slot, ILayerInference layers) => (2 * NonVolatileStore.After(RecordWords))
        + (slot * NonVolatileStore.After((layers.FeatureBytes + NonVolatileStore.WordBytes - 1) / NonVolatileStore.WordBytes));
}
