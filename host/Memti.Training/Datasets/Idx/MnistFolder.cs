using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Training;
using Memti.Training.Datasets.Sources;

namespace Memti.Training.Datasets.Idx;

/// <summary>Reads a folder with the four files of MNIST or a dataset in its format, <c>train-images-idx3-ubyte</c> and so on, in the names
/// of <see cref="IdxNames"/>. Images of 28x28 get two black pixels on each side.</summary>
internal static class MnistFolder
{
    private const int Padding = 2, Unpadded = 28;

    public static bool IsThere(string folder) => Find(folder) is not null;

    /// <exception cref="MemtiException">Any error of reading.</exception>
    public static ImageParts Read(string folder, string name, bool? transpose = null)
    {
        string place = Find(folder) ?? folder;
        ImageSet train = Part(place, name, "train", null, transpose);
        return new ImageParts(name, train, Part(place, name, "t10k", train.Classes, transpose))
        {
            Terms = KnownSets.TermsOf(name),
            MayMirror = KnownSets.PermitsMirror(name),
        };
    }

    /// <summary>Images of 28x28 pixels with two black pixels on each side; others as they are.</summary>
    public static ImageSet Padded(ImageSet images) =>
        // 32 x 32, as the networks expect: padding keeps strokes sharp, where scaling would blur them.
        (images.Height, images.Width) == (Unpadded, Unpadded) ? ImagePadding.Around(images, Padding) : images;

    private static ImageSet Part(string folder, string name, string part, int? classes, bool? transpose)
    {
        IdxArray images = IdxReader.Read(IdxNames.Get(Path.Combine(folder, part + "-images"), 3));
        IdxArray labels = IdxReader.Read(IdxNames.Get(Path.Combine(folder, part + "-labels"), 1));
        return Padded(IdxImages.Set(name, transpose == true ? IdxImages.Transposed(images) : images, labels, classes));
    }

    /// <summary>The folder, or the one inside where downloading programs put the files.</summary>
    private static string? Find(string folder) => new[] { folder, Path.Combine(folder, "raw"), Path.Combine(folder, "MNIST", "raw") }
        .FirstOrDefault(static place => IdxNames.Find(Path.Combine(place, "train-images"), 3) is not null);
}
