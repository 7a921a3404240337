namespace Memti.Plugins.ImcCluster.Crossbars;

/// <summary>
/// MaxRects: each array has the list of its free rectangles that lie in no other, and a block goes where the shorter side that is left is
/// least, over all arrays. Blocks are not turned: rows are inputs.
/// </summary>
/// <remarks>Jylanki, "A thousand ways to pack the bin", 2010: MAXRECTS-BSSF with the choice of the bin by best fit.</remarks>
internal sealed class MaxRectsPacker(int rows, int columns) : IBlockPacker
{
    private readonly List<List<FreeArea>> _free = [];

    public int Arrays => _free.Count;

    public PlacedBlock Place(WeightBlock block)
    {
        (int array, FreeArea area) = Best(block);
        if (array < 0)
        {
            _free.Add([new FreeArea(0, 0, rows, columns)]);
            (array, area) = (_free.Count - 1, _free[^1][0]);
        }

        _free[array] = Maximal(_free[array], new FreeArea(area.Row, area.Column, block.Rows, block.Columns));
        return new PlacedBlock(block, array, area.Row, area.Column);
    }

    private (int Array, FreeArea Area) Best(WeightBlock block)
    {
        (int array, FreeArea area, int shorter, int longer) best = (-1, default, int.MaxValue, int.MaxValue);
        for (int array = 0; array < _free.Count; array++)
            foreach (FreeArea area in _free[array])
            {
                if (!area.Holds(block.Rows, block.Columns))
                    continue;
                (int down, int across) = (area.Rows - block.Rows, area.Columns - block.Columns);
                (int shorter, int longer) = (Math.Min(down, across), Math.Max(down, across));
                if (shorter < best.shorter || (shorter == best.shorter && longer < best.longer))
                    best = (array, area, shorter, longer);
            }

        return (best.array, best.area);
    }

    private static List<FreeArea> Maximal(List<FreeArea> free, FreeArea taken)
    {
        List<FreeArea> parts = [.. free.SelectMany(area => area.Without(taken)).Distinct()];
        return [.. parts.Where(area => !parts.Any(other => other != area && other.Contains(area)))];
    }
}
