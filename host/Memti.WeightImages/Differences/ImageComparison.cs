using System.Numerics;
using Memti.Abstractions.Diagnostics;
using Memti.WeightImages.Codes;
using Memti.WeightImages.Findings;
using Memti.WeightImages.Layouts;

namespace Memti.WeightImages.Differences;

/// <summary>Counts the differences of two weight images with one layout.</summary>
internal sealed class ImageComparison
{
    private const int MostLevels = 256;

    private readonly RegionImage _from;
    private readonly RegionImage _to;
    private readonly bool _hasLevels;
    private readonly long[] _changes = new long[MostLevels * MostLevels];

    public ImageComparison(RegionImage from, RegionImage to)
    {
        (_from, _to, _hasLevels) = (from, to, !from.Levels.IsEmpty || !to.Levels.IsEmpty);
        // Bytes of different layouts differ even for equal values.
        if (from.Layout != to.Layout)
            throw Refused("they have different layouts", "the same words, orders, packing and code");
        if (_hasLevels && (from.Levels.IsEmpty || to.Levels.IsEmpty) && from.Cells > 0 && to.Cells > 0)
            throw Refused("only one of them lies in multi-level cells", "two images of one memory");
    }

    public ImageDiff Run()
    {
        long bits = 0;
        long bytes = 0;
        int common = Math.Min(_from.Bytes.Length, _to.Bytes.Length);
        for (int index = 0; index < common; index++)
        {
            int changed = BitsAt(index);
            bits += changed;
            bytes += changed == 0 ? 0 : 1;
        }

        long cells = _hasLevels ? CellsChanged(0, Math.Min(_from.Levels.Length, _to.Levels.Length)) : bits;
        CountBitChanges(common);
        // Bytes of the longer image alone have no counterpart, so all of them must be written.
        int alone = Math.Max(_from.Bytes.Length, _to.Bytes.Length) - common;
        return new ImageDiff(
            Math.Max(_from.Cells, _to.Cells),
            cells + Math.Abs(_from.Cells - _to.Cells),
            bits + (8L * alone),
            bytes + alone,
            [.. Tensors()],
            [.. Levels()]);
    }

    private int BitsAt(int index) => BitOperations.PopCount((uint)(_from.Bytes.Span[index] ^ _to.Bytes.Span[index]));

    private long CellsChanged(long first, long count)
    {
        ReadOnlySpan<byte> from = _from.Levels.Span.Slice((int)first, (int)count);
        ReadOnlySpan<byte> to = _to.Levels.Span.Slice((int)first, (int)count);
        long changed = 0;
        for (int cell = 0; cell < from.Length; cell++)
        {
            if (from[cell] == to[cell])
                continue;
            changed++;
            _changes[(from[cell] * MostLevels) + to[cell]]++;
        }

        return changed;
    }

    /// <summary>Without multi-level cells, each bit is a cell of two levels.</summary>
    private void CountBitChanges(int bytes)
    {
        for (int index = 0; index < bytes && !_hasLevels; index++)
        {
            _changes[1] += BitOperations.PopCount((uint)(~_from.Bytes.Span[index] & _to.Bytes.Span[index]));
            _changes[MostLevels] += BitOperations.PopCount((uint)(_from.Bytes.Span[index] & ~_to.Bytes.Span[index] & 0xFF));
        }
    }

    private IEnumerable<TensorDiff> Tensors()
    {
        Dictionary<string, PlacedTensor> others = _to.Tensors
            .GroupBy(static tensor => tensor.Tensor.Name)
            .ToDictionary(static group => group.Key, static group => group.First());
        foreach (PlacedTensor tensor in _from.Tensors)
        {
            if (others.TryGetValue(tensor.Tensor.Name, out PlacedTensor? other)
                && (tensor.FirstCell, tensor.Cells, tensor.OffsetBytes, tensor.Bytes)
                    == (other.FirstCell, other.Cells, other.OffsetBytes, other.Bytes))
                yield return new TensorDiff(tensor.Tensor.Name, tensor.Cells, CellsChanged(tensor), ValuesChanged(tensor, other));
        }
    }

    private long CellsChanged(PlacedTensor tensor) => _hasLevels
        ? CommonCells(tensor)
        : Enumerable.Range((int)tensor.OffsetBytes, (int)tensor.Bytes).Sum(index => (long)BitsAt(index));

    private long CommonCells(PlacedTensor tensor)
    {
        ReadOnlySpan<byte> from = _from.Levels.Span.Slice((int)tensor.FirstCell, (int)tensor.Cells);
        ReadOnlySpan<byte> to = _to.Levels.Span.Slice((int)tensor.FirstCell, (int)tensor.Cells);
        long changed = 0;
        for (int cell = 0; cell < from.Length; cell++)
            changed += from[cell] == to[cell] ? 0 : 1;
        return changed;
    }

    private static long ValuesChanged(PlacedTensor one, PlacedTensor other)
    {
        ReadOnlySpan<ushort> from = one.Tensor.Codes.Span;
        ReadOnlySpan<ushort> to = other.Tensor.Codes.Span;
        long changed = Math.Abs(from.Length - to.Length);
        for (int index = 0; index < Math.Min(from.Length, to.Length); index++)
            changed += from[index] == to[index] ? 0 : 1;
        return changed;
    }

    private IEnumerable<LevelChange> Levels() =>
        _changes.Index()
            .Where(static change => change.Item > 0)
            .Select(static change => new LevelChange(change.Index / MostLevels, change.Index % MostLevels, change.Item));

    private MemtiException Refused(string why, string permitted) =>
        ImageFinding.Of(
            WeightImageCodes.ImagesDoNotCompare,
            $"'{_from.Name}' and '{_to.Name}' cannot be compared: {why}; permitted: {permitted}.",
            "layout",
            _to.Name,
            permitted);
}
