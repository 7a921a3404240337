namespace Memti.Arrays.Circuits;

/// <summary>Height and width of a block in m.</summary>
internal readonly record struct Extent(double Height, double Width)
{
    /// <summary>Area in m².</summary>
    public double Area => Height * Width;
}
