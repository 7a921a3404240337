namespace Memti.Plugins.ImcCluster.Crossbars;

/// <summary>First fit on shelves: a block goes onto the first shelf that is high enough and has room, else onto a new one.</summary>
internal sealed class ShelfPacker(int rows, int columns) : IBlockPacker
{
    private readonly List<Shelf> _shelves = [];
    private readonly List<int> _used = [];

    public int Arrays => _used.Count;

    public PlacedBlock Place(WeightBlock block)
    {
        int index = _shelves.FindIndex(shelf => block.Rows <= shelf.Rows && shelf.Columns + block.Columns <= columns);
        if (index < 0)
        {
            _shelves.Add(Build(block.Rows));
            index = _shelves.Count - 1;
        }

        Shelf shelf = _shelves[index];
        _shelves[index] = shelf with { Columns = shelf.Columns + block.Columns };
        return new PlacedBlock(block, shelf.Array, shelf.Row, shelf.Columns);
    }

    private Shelf Build(int height)
    {
        int array = _used.FindIndex(used => used + height <= rows);
        if (array < 0)
        {
            _used.Add(0);
            array = _used.Count - 1;
        }

        var shelf = new Shelf(array, _used[array], height, 0);
        _used[array] += height;
        return shelf;
    }

    /// <summary>A shelf.</summary>
    /// <param name="Array">Array that it is in.</param>
    /// <param name="Row">First row.</param>
    /// <param name="Rows">Its height.</param>
    /// <param name="Columns">Columns that are taken.</param>
    private readonly record struct Shelf(int Array, int Row, int Rows, int Columns);
}
