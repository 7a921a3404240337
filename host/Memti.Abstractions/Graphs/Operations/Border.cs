namespace Memti.Abstractions.Graphs.Operations;

/// <summary>Pixels around a feature map, each 0 or more.</summary>
/// <param name="Top">Rows above.</param>
/// <param name="Left">Columns on the left.</param>
/// <param name="Bottom">Rows below.</param>
/// <param name="Right">Columns on the right.</param>
public readonly record struct Border(int Top, int Left, int Bottom, int Right)
{
    /// <summary>The same number of pixels on all sides.</summary>
    public static Border Of(int pixels) => new(pixels, pixels, pixels, pixels);

    /// <summary>True when there are no pixels around the map.</summary>
    public bool IsEmpty => this == default;
}
