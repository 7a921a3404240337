using Memti.Training.Datasets.Generated.Painting;

namespace Memti.Training.Datasets.Generated.Tasks;

/// <summary>A visual task whose images are drawn.</summary>
internal abstract class GeneratedTask
{
    /// <summary>Name after <c>generated:</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What is to be told apart, for a person.</summary>
    public abstract string Description { get; }

    /// <summary>Most classes that it has.</summary>
    public abstract int MostClasses { get; }

    /// <summary>Classes and images when the user names none.</summary>
    public abstract (int Classes, int Train, int Test) Defaults { get; }

    /// <summary>Whether a mirrored image is one of the same class.</summary>
    public abstract bool MayMirror { get; }

    /// <summary>Name of a class.</summary>
    public abstract string ClassName(int label);

    /// <summary>Paints one image of a class.</summary>
    public abstract void Paint(Canvas canvas, int label, ImageRandom random);
}
