using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Training;
using Memti.Training.Datasets.Sources;

namespace Memti.Training.Datasets.Idx;

/// <summary>Reads a folder with the four files of MNIST or a dataset in its format, <c>train-images-idx3-ubyte</c> and so on, plain or
/// gzip. Images of 28x28 get two black pixels on each side.</summary>
internal static class MnistFolder
{
    private const int Padding = 2, Padded = 28;

    public static bool IsThere(string folder) => Find(folder, "train-images", 3) is not null;

    /// <exception cref="MemtiException">Any error of reading.</exception>
    public static ImageParts Read(string folder, string name)
    {
        ImageSet train = Part(folder, name, "train", null);
        return new ImageParts(name, train, Part(folder, name, "t10k", train.Classes))
        {
            Terms = KnownSets.TermsOf(name),
            MayMirror = KnownSets.PermitsMirror(name),
        };
    }

    private static ImageSet Part(string folder, string name, string part, int? classes)
    {
        ImageSet images = IdxImages.Set(
            name, IdxReader.Read(File(folder, part + "-images", 3)), IdxReader.Read(File(folder, part + "-labels", 1)), classes);
        // 32 x 32, as the networks expect: padding keeps strokes sharp, where scaling would blur them.
        return (images.Height, images.Width) == (Padded, Padded) ? ImagePadding.Around(images, Padding) : images;
    }

    private static string File(string folder, string part, int sizes) => Find(folder, part, sizes)
        ?? throw DataFile.Missing(
            Path.Combine(folder, $"{part}-idx{sizes}-ubyte.gz"),
            $"the folder '{folder}' lacks '{part}-idx{sizes}-ubyte[.gz]', which belongs to the set.");

    private static string? Find(string folder, string part, int sizes)
    {
        string plain = Path.Combine(folder, $"{part}-idx{sizes}-ubyte");
        return DataFile.FirstOf(plain + ".gz", plain);
    }
}
