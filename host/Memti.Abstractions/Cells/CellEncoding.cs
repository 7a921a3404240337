namespace Memti.Abstractions.Cells;

/// <summary>The code that maps the levels of a multi-level cell to bits.</summary>
public enum CellEncoding
{
    /// <summary>Level n holds the bits of n.</summary>
    NaturalBinary,

    /// <summary>Level n holds the reflected Gray code of n: neighbouring levels differ in one bit.</summary>
    Gray,
}
