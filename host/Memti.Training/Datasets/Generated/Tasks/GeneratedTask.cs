using Memti.Training.Datasets.Generated.Painting;

namespace Memti.Training.Datasets.Generated.Tasks;

/// <summary>A visual task with generated images.</summary>
internal abstract class GeneratedTask
{
    /// <summary>Name after <c>generated:</c>.</summary>
    public abstract string Name { get; }

    /// <summary>One phrase on the classes.</summary>
    public abstract string Description { get; }

    /// <summary>Greatest number of classes.</summary>
    public abstract int MostClasses { get; }

    /// <summary>Default numbers of classes, training images and test images.</summary>
    public abstract (int Classes, int Train, int Test) Defaults { get; }

    /// <summary>True when a horizontal flip keeps the class of an image.</summary>
    public abstract bool MayMirror { get; }

    /// <summary>Name of a class.</summary>
    public abstract string ClassName(int label);

    /// <summary>Paints one image of a class.</summary>
    public abstract void Paint(Canvas canvas, int label, ImageRandom random);
}
