namespace Memti.Training.Datasets.Pictures;

/// <summary>Pixels that are stored together: all of them, or one of the seven passes of Adam7 (PNG specification, 8.2).</summary>
internal readonly record struct PngPass(int Left, int Top, int StepX, int StepY)
{
    private static readonly PngPass[] Whole = [new(0, 0, 1, 1)];

    private static readonly PngPass[] Adam7 = [
        new(0, 0, 8, 8), new(4, 0, 8, 8), new(0, 4, 4, 8), new(2, 0, 4, 4), new(0, 2, 2, 4), new(1, 0, 2, 2), new(0, 1, 1, 2)
    ];

    public static PngPass[] Of(PngHead head) => head.Interlaced ? Adam7 : Whole;

    public int Columns(PngHead head) => head.Width <= Left ? 0 : ((int)head.Width - Left + StepX - 1) / StepX;

    public int Rows(PngHead head) => head.Height <= Top || Columns(head) == 0 ? 0 : ((int)head.Height - Top + StepY - 1) / StepY;
}
