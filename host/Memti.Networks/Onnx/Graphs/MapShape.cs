using Memti.Networks.Layers;

namespace Memti.Networks.Onnx.Graphs;

/// <summary>Shape of a tensor of one frame as the accelerator stores it.</summary>
/// <param name="Channels">Channels.</param>
/// <param name="Height">Rows.</param>
/// <param name="Width">Columns.</param>
internal readonly record struct MapShape(long Channels, long Height, long Width)
{
    /// <summary>Numbers of rows that are tried: sizes of real maps have small factors.</summary>
    private const int MostTries = 256;

    /// <summary>
    /// The shape of a tensor: the dimensions other than batch and channels are rows and columns. More than two are merged.
    /// </summary>
    /// <param name="value">The tensor.</param>
    /// <param name="batch">Frames in it.</param>
    public static MapShape Of(GraphValue value, int batch)
    {
        long count = value.Count % batch == 0 ? value.Count / batch : value.Count;
        if (value.Dims.Count < 2 || value.Channel < 1 || value.Channel >= value.Dims.Count)
            return new MapShape(count, 1, 1);
        long channels = value.Dims[value.Channel];
        if (channels == 0 || count % channels != 0)
            return new MapShape(count, 1, 1);
        long[] others = [.. value.Dims.Where((_, axis) => axis != 0 && axis != value.Channel)];
        return others is [<= NetworkLimits.Extent, <= NetworkLimits.Extent] && others[0] * others[1] * channels == count
            ? new MapShape(channels, others[0], others[1])
            : Of(channels, count / channels);
    }

    /// <summary>A shape with a number of positions: in one row where they fit, else in equal rows where they can be.</summary>
    public static MapShape Of(long channels, long positions)
    {
        long least = ((positions - 1) / NetworkLimits.Extent) + 1;
        for (long rows = least; rows < least + MostTries; rows++)
            if (positions % rows == 0)
                return new MapShape(channels, rows, positions / rows);
        return new MapShape(channels, 1, positions);
    }
}
