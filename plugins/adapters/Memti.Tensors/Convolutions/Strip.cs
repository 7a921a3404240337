namespace Memti.Tensors.Convolutions;

/// <summary>
/// Neighbouring columns of some images of the output, in groups of four pixels: side by side, or the same pixel of four images, or a single
/// pixel. All pixels of a strip use the same taps.
/// </summary>
internal struct Strip
{
    /// <summary>Images from one group to the next.</summary>
    public int ImageStep;

    /// <summary>Columns from one group to the next in a row.</summary>
    public int ColumnStep;

    /// <summary>Floats from one pixel of a group to the next in the input; zero for single pixels.</summary>
    public nint SourceStep;

    /// <summary>Floats from one pixel of a group to the next in the output.</summary>
    public nint TargetStep;

    public int FirstImage;
    public int FirstColumn;
    public int GroupsPerRow;
    public int Groups;
    public int FirstChunk;
    public Taps Taps;
    public int TapCount;
}
