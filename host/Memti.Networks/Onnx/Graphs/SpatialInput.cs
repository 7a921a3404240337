namespace Memti.Networks.Onnx.Graphs;

/// <summary>A feature map that a window moves over: one row or several, with channels behind the batch or last.</summary>
/// <param name="Value">The tensor.</param>
/// <param name="IsLast">True when the channels are its last dimension.</param>
internal sealed record SpatialInput(GraphValue Value, bool IsLast)
{
    /// <summary>Dimensions that the window moves along: 1 or 2.</summary>
    public int Rank => Value.Dims.Count - 2;

    public long Channels => Value.Dims[IsLast ? Value.Dims.Count - 1 : 1];

    /// <summary>Rows and columns, or columns alone, with the zeros of a Pad.</summary>
    public IReadOnlyList<long> Sizes => [.. Value.Dims.Skip(IsLast ? 1 : 2).Take(Rank)];

    /// <summary>
    /// The zeros before and behind the map along each of its dimensions, where a Pad put them there alone; zeros otherwise, and then they
    /// are part of the map.
    /// </summary>
    public IReadOnlyList<(long Before, long After)> Border
    {
        get
        {
            if (Value.Border is not { } border || !IsAround(border))
                return [.. Enumerable.Repeat((0L, 0L), Rank)];
            return [.. Enumerable.Range(IsLast ? 1 : 2, Rank).Select(axis => (border.Before[axis], border.After[axis]))];
        }
    }

    /// <summary>The whole map, in one row where it has columns alone.</summary>
    public MapShape Map => new(Channels, Rank == 1 ? 1 : Sizes[0], Sizes[^1]);

    /// <summary>The shape of an output with other channels, rows and columns.</summary>
    public long[] Output(long channels, long rows, long columns)
    {
        long[] sizes = Rank == 1 ? [columns] : [rows, columns];
        return IsLast ? [Value.Dims[0], .. sizes, channels] : [Value.Dims[0], channels, .. sizes];
    }

    /// <summary>Dimension of the channels of an output.</summary>
    public int Channel => IsLast ? Rank + 1 : 1;

    private bool IsAround(ZeroBorder border)
    {
        int channels = IsLast ? Value.Dims.Count - 1 : 1;
        return border.Before[0] + border.After[0] + border.Before[channels] + border.After[channels] == 0;
    }
}
