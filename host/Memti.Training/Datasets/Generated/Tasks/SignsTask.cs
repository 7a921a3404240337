using Memti.Training.Datasets.Generated.Painting;

namespace Memti.Training.Datasets.Generated.Tasks;

/// <summary>Signs: a board of one of six shapes with one of eight pictograms, in any colours, dark on bright or bright on dark, in front of
/// clutter.</summary>
internal sealed class SignsTask : GeneratedTask
{
    private static readonly Outline[] Boards =
    [
        new("disc", Outline.Ring(24, 0)),
        new("triangle", Outline.Ring(3, 0)),
        new("square", Outline.Ring(4, 0.125)),
        new("wedge", Outline.Ring(3, 0.5)),
        new("diamond", Outline.Ring(4, 0)),
        new("octagon", Outline.Ring(8, 0.0625)),
    ];

    private static readonly Outline[] Pictograms =
    [
        new("left", [(-1, 0), (0, -0.9), (0, -0.35), (1, -0.35), (1, 0.35), (0, 0.35), (0, 0.9)]),
        new("bar", Outline.Box(-1, -0.3, 1, 0.3)),
        new("right", [(1, 0), (0, -0.9), (0, -0.35), (-1, -0.35), (-1, 0.35), (0, 0.35), (0, 0.9)]),
        new(
            "cross",
            [
                (-1, -0.7), (-0.7, -1), (0, -0.3), (0.7, -1), (1, -0.7), (0.3, 0), (1, 0.7), (0.7, 1), (0, 0.3), (-0.7, 1), (-1, 0.7),
                (-0.3, 0)
            ]),
        new("exclamation", Outline.Box(-0.28, -1, 0.28, 0.35), Outline.Box(-0.28, 0.6, 0.28, 1)),
        new("ring", Outline.Ring(16, 0), Outline.Ring(16, 0, 0.5)),
        new("up", [(0, -1), (0.9, 0), (0.35, 0), (0.35, 1), (-0.35, 1), (-0.35, 0), (-0.9, 0)]),
        new(
            "dots",
            Outline.Ring(8, 0, 0.4).Select(static corner => (corner.X - 0.55, corner.Y)).ToArray(),
            Outline.Ring(8, 0, 0.4).Select(static corner => (corner.X + 0.55, corner.Y)).ToArray()),
    ];

    public override string Name => "signs";

    public override string Description => "signs: board of one of 6 shapes with one of 8 pictograms";

    public override int MostClasses => Boards.Length * Pictograms.Length;

    public override (int Classes, int Train, int Test) Defaults => (12, 3600, 600);

    public override bool MayMirror => false;

    public override string ClassName(int label) => $"{Board(label).Name} {Pictogram(label).Name}";

    public override void Paint(Canvas canvas, int label, ImageRandom random)
    {
        (Outline board, Outline pictogram) = (Board(label), Pictogram(label));
        // Colour carries no information about the class: only a network that has learnt shapes can tell signs apart.
        (Colour sign, Colour face) = Colour.Pair(random, 0.35);
        Colour rim = random.Coin() ? sign : Colour.Random(random, random.Unit());
        Backdrop.Paint(
            canvas,
            random,
            face.Luminance > 0.5 ? random.Between(0.1, face.Luminance - 0.25) : random.Between(face.Luminance + 0.25, 0.9),
            2 + random.Below(3));
        ShapePlacement placement = new(random, random.Between(0.6, 0.95), 0.035);
        canvas.Paint((x, y, under) =>
        {
            (double X, double Y) place = placement.Of(x, y);
            if (!board.Contains(place))
                return under;
            return !board.Contains((1.18 * place.X, 1.18 * place.Y))
                ? rim
                : pictogram.Contains((2.1 * place.X, 2.1 * place.Y)) ? sign : face;
        });
        Backdrop.Light(canvas, random);
        canvas.Noise = random.Between(0.01, 0.05);
    }

    private static Outline Board(int label) => Boards[label % Boards.Length];

    /// <summary>Pairs each board with each pictogram exactly once, because 7 and 8 have no common divisor.</summary>
    private static Outline Pictogram(int label) => Pictograms[(label + label / Boards.Length) % Pictograms.Length];
}
