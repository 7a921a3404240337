using Memti.Abstractions.Cells;
using Memti.Abstractions.Training;

namespace Memti.Training.Faults;

/// <summary>
/// Reads the tensors of a region in their order. Values are numbered on from tensor to tensor; a tensor of another width, or the next after one that does not fill
/// its last word, begins at the next whole word, so that no cell is drawn twice.
/// </summary>
internal sealed class RegionReader(FaultyRegion region, FaultSeed seed)
{
    private long _nextCell;

    /// <summary>Cells that were misread so far.</summary>
    public long Misread { get; private set; }

    /// <summary>Replaces codes by what is read in their place. Of a pruned tensor only values that are not zero lie in cells: the mask that says where is safe.</summary>
    public void Corrupt(StoredTensor tensor, ushort[] codes)
    {
        IValueFaults faults = region.Of(tensor.Bits);
        if (!tensor.Pruned)
        {
            Corrupt(faults, codes);
            return;
        }

        int[] stored = [.. Enumerable.Range(0, codes.Length).Where(index => codes[index] != 0)];
        ushort[] values = [.. stored.Select(index => codes[index])];
        Corrupt(faults, values);
        for (int place = 0; place < stored.Length; place++)
            codes[stored[place]] = values[place];
    }

    private void Corrupt(IValueFaults faults, ushort[] values)
    {
        long word = (_nextCell + faults.CellsPerWord - 1) / faults.CellsPerWord;
        Misread += faults.Corrupt(values.AsSpan(), seed, word * faults.ValuesPerWord);
        long words = (values.Length + faults.ValuesPerWord - 1L) / faults.ValuesPerWord;
        _nextCell = (word + words) * faults.CellsPerWord;
    }
}
