using Memti.Training.Datasets.Generated.Painting;

namespace Memti.Training.Datasets.Generated.Tasks;

/// <summary>A broad task for pretraining a backbone: an object of one of eight shapes with one of eight textures, on any
/// background.</summary>
internal sealed class WorldTask : GeneratedTask
{
    private static readonly Outline[] Shapes =
    [
        new("disc", Outline.Ring(24, 0)),
        new("square", Outline.Ring(4, 0.125)),
        new("triangle", Outline.Ring(3, 0, 1.1)),
        new("star", Outline.Ring(5, 0, 1.1, 0.45)),
        new(
            "cross",
            [
                (-0.35, -1), (0.35, -1), (0.35, -0.35), (1, -0.35), (1, 0.35), (0.35, 0.35), (0.35, 1), (-0.35, 1), (-0.35, 0.35),
                (-1, 0.35), (-1, -0.35), (-0.35, -0.35)
            ]),
        new("ring", Outline.Ring(24, 0), Outline.Ring(24, 0, 0.5)),
        new("bow", [(-1, -0.8), (0, -0.2), (1, -0.8), (1, 0.8), (0, 0.2), (-1, 0.8)]),
        new("slab", Outline.Box(-1, -0.42, 1, 0.42)),
    ];

    private const int Fillings = 8;

    public override string Name => "world";

    public override string Description => "a broad task to pretrain a backbone on: objects of 8 shapes with 8 textures";

    public override int MostClasses => Shapes.Length * Fillings;

    public override (int Classes, int Train, int Test) Defaults => (48, 9600, 960);

    public override bool MayMirror => true;

    public override string ClassName(int label) => $"{Shape(label).Name}, {Filling(label).Name}";

    public override void Paint(Canvas canvas, int label, ImageRandom random)
    {
        (Colour one, Colour other) = Colour.Pair(random, 0.3);
        Backdrop.Paint(canvas, random, random.Between(0.1, 0.9), random.Below(3));
        Outline shape = Shape(label);
        ShapePlacement placement = new(random, random.Between(0.65, 1), 0.06);
        Func<double, double, double> value = Filling(label).Instance(random, random.Between(0.35, 0.55));
        canvas.Paint((x, y, under) =>
        {
            (double X, double Y) place = placement.Of(x, y);
            return shape.Contains(place) ? one.Towards(other, value(place.X, place.Y)) : under;
        });
        Backdrop.Light(canvas, random);
        canvas.Noise = random.Between(0.01, 0.05);
    }

    private static Outline Shape(int label) => Shapes[label % Shapes.Length];

    /// <summary>Pairs each shape with each texture exactly once, because 9 and 8 have no common divisor.</summary>
    private static Texture Filling(int label) => Texture.All[(label + label / Shapes.Length) % Fillings];
}
