namespace Memti.Abstractions.Cells;

/// <summary>Which bits a level of a multi-level cell stands for.</summary>
public enum CellEncoding
{
    /// <summary>Level n holds the bits of n.</summary>
    NaturalBinary,

    /// <summary>Level n holds the reflected Gray code of n, so that neighbouring levels differ in one bit.</summary>
    Gray,
}
