namespace Memti.Plugins.ImcCluster.Crossbars;

/// <summary>A free rectangle of an array.</summary>
internal readonly record struct FreeArea(int Row, int Column, int Rows, int Columns)
{
    internal bool Holds(int rows, int columns) => rows <= Rows && columns <= Columns;

    internal bool Contains(FreeArea other) => other.Row >= Row && other.Column >= Column
        && other.Row + other.Rows <= Row + Rows && other.Column + other.Columns <= Column + Columns;

    /// <summary>What is left of it when another rectangle is taken: up to four rectangles, which may overlap each other.</summary>
    internal IEnumerable<FreeArea> Without(FreeArea taken)
    {
        bool apart = taken.Row >= Row + Rows || taken.Row + taken.Rows <= Row
            || taken.Column >= Column + Columns || taken.Column + taken.Columns <= Column;
        if (apart)
        {
            yield return this;
            yield break;
        }

        if (taken.Row > Row)
            yield return this with { Rows = taken.Row - Row };
        if (taken.Row + taken.Rows < Row + Rows)
            yield return this with { Row = taken.Row + taken.Rows, Rows = Row + Rows - taken.Row - taken.Rows };
        if (taken.Column > Column)
            yield return this with { Columns = taken.Column - Column };
        if (taken.Column + taken.Columns < Column + Columns)
            yield return this with { Column = taken.Column + taken.Columns, Columns = Column + Columns - taken.Column - taken.Columns };
    }
}
