using Memti.Abstractions.Cells;
using Memti.Abstractions.Training;

namespace Memti.Training.Faults;

/// <summary>
/// Reads the tensors of a region in order. Value numbers continue from tensor to tensor. A tensor of another width, or one after an
/// incomplete word, starts at the next whole word, so that no cell is drawn twice.
/// </summary>
internal sealed class RegionReader(FaultyRegion region, FaultSeed seed)
{
    private long _nextCell;

    /// <summary>Number of misread cells so far.</summary>
    public long Misread { get; private set; }

    /// <summary>Replaces codes by the codes that a read returns. In a pruned tensor only values other than zero use cells; the bit mask is
    /// assumed to be safe.</summary>
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
        // Positions count whole words of this width, rounded up from the cells used so far.
        long word = (_nextCell + faults.CellsPerWord - 1) / faults.CellsPerWord;
        Misread += faults.Corrupt(values.AsSpan(), seed, word * faults.ValuesPerWord);
        long words = (values.Length + faults.ValuesPerWord - 1L) / faults.ValuesPerWord;
        _nextCell = (word + words) * faults.CellsPerWord;
    }
}
