using Memti.Training.Datasets.Generated.Painting;

namespace Memti.Training.Datasets.Generated.Tasks;

/// <summary>
/// Motion: one image summarises a clip, and its class is the motion of its objects. Approximate rank pooling (Bilen et al., CVPR 2016)
/// weights frame t of T by 2t - T - 1, here over the contrast to the background, so that bright and dark objects leave the same trace.
/// Objects that leave the image on one side enter on the other, so that position alone gives no hint.
/// </summary>
internal sealed class MotionTask : GeneratedTask
{
    private const int Frames = 8;

    public override string Name => "motion";

    public override string Description => "motion: kinds of motion in rank-pooled images of clips";

    public override int MostClasses => MotionKind.All.Count;

    public override (int Classes, int Train, int Test) Defaults => (8, 2400, 400);

    public override bool MayMirror => false;

    public override string ClassName(int label) => MotionKind.All[label].Name;

    public override void Paint(Canvas canvas, int label, ImageRandom random)
    {
        canvas.Paint(static (_, _, _) => Colour.Grey(0.5));
        int movers = 1 + random.Below(2);
        for (int mover = 0; mover < movers; mover++)
            PaintTrace(canvas, random, MotionKind.All[label]);
        for (int lamp = random.Below(3); lamp > 0; lamp--)
            PaintTrace(canvas, random, MotionKind.Lamp(random.Sign()));
        canvas.Noise = random.Between(0.02, 0.06);
    }

    private static void PaintTrace(Canvas canvas, ImageRandom random, MotionKind kind)
    {
        (double x0, double y0, double size) = (random.Between(-1, 1), random.Between(-1, 1), random.Between(0.18, 0.32));
        (double reach, double phase) = (random.Between(0.35, 0.6), random.Unit());
        Colour contrast = random.Between(0.025, 0.045) * (Colour.Grey(0.6) + 0.8 * new Colour(random.Unit(), random.Unit(), random.Unit()));
        double square = random.Between(0, 1);
        var steps = new (double X, double Y, double Size, double Weight)[Frames];
        for (int frame = 0; frame < Frames; frame++)
        {
            MotionStep step = kind.At(frame / (Frames - 1.0), phase);
            steps[frame] = (x0 + reach * step.X, y0 + reach * step.Y, size * step.Scale, step.Visible * (2 * (frame + 1) - Frames - 1));
        }

        canvas.Paint((x, y, under) => under + Pooled(steps, x, y, square) * contrast);
    }

    /// <summary>Sum over frames of weight times presence. The outline of the object lies between a diamond and a disc.</summary>
    private static double Pooled((double X, double Y, double Size, double Weight)[] steps, double x, double y, double square)
    {
        double sum = 0;
        foreach ((double stepX, double stepY, double size, double weight) in steps)
        {
            (double dx, double dy) = (Apart(x, stepX), Apart(y, stepY));
            if (dx < size && dy < size && (1 - square) * (dx + dy) * (dx + dy) + square * (dx * dx + dy * dy) < size * size)
                sum += weight;
        }

        return sum;
    }

    /// <summary>Distance of two coordinates when opposite sides of the image meet.</summary>
    private static double Apart(double one, double other)
    {
        double way = Math.Abs(one - other);
        way = way > 2 ? way - 2 : way;
        return Math.Min(way, 2 - way);
    }
}
