namespace Memti.Tensors.Convolutions;

/// <summary>
/// Neighbouring columns of some images of the output, in groups of four pixels: side by side, or the same pixel of four images, or one pixel alone. All pixels
/// meet the same taps.
/// </summary>
internal struct Strip
{
    /// <summary>From one group to the next.</summary>
    public int ImageStep;

    /// <summary>From one group to the next in a row.</summary>
    public int ColumnStep;

    /// <summary>From one pixel of a group to the next in the input, in floats; zero where it is alone.</summary>
    public nint SourceStep;

    /// <summary>From one pixel of a group to the next in the output, in floats.</summary>
    public nint TargetStep;

    public int FirstImage;
    public int FirstColumn;
    public int GroupsPerRow;
    public int Groups;
    public int FirstChunk;
    public Taps Taps;
    public int TapCount;
}
