using Memti.Training.Datasets.Generated.Painting;

namespace Memti.Training.Datasets.Generated.Tasks;

/// <summary>Textures: families of stripes, grids and noise with random phase, period and colours.</summary>
internal sealed class TexturesTask : GeneratedTask
{
    public override string Name => "textures";

    public override string Description => "textures: families of stripes, grids and noise";

    public override int MostClasses => Texture.All.Count;

    public override (int Classes, int Train, int Test) Defaults => (10, 3000, 500);

    public override bool MayMirror => true;

    public override string ClassName(int label) => Texture.All[label].Name;

    public override void Paint(Canvas canvas, int label, ImageRandom random)
    {
        (Colour one, Colour other) = Colour.Pair(random, 0.25);
        Func<double, double, double> value = Texture.All[label].Instance(random, random.Between(0.3, 0.6));
        Lattice warp = new(random.Word());
        double amount = random.Between(0, 0.12);
        canvas.Paint(
            (x, y, _) => one.Towards(other, value(x + amount * warp.Smooth(2 * x, 2 * y), y + amount * warp.Smooth(2 * x + 7, 2 * y))));
        Backdrop.Light(canvas, random);
        canvas.Noise = random.Between(0.02, 0.08);
    }
}
