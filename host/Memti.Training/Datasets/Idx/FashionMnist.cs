using Memti.Abstractions.Diagnostics;
using Memti.Training.Codes;
using Memti.Training.Datasets.Sources;

namespace Memti.Training.Datasets.Idx;

/// <summary>Fashion-MNIST (Xiao, Rasul and Vollgraf 2017) as Debian's package <c>dataset-fashion-mnist</c> installs it.</summary>
internal static class FashionMnist
{
    public const string Name = "fashion-mnist";

    /// <summary>Folder of the package, from its list of files.</summary>
    public const string Folder = "/usr/share/datasets/fashion-mnist";

    /// <summary>Class names in the order of the labels, from the README of the dataset.</summary>
    private static readonly string[] Classes = [
        "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"
    ];

    /// <exception cref="MemtiException"><see cref="DatasetCodes.ImagesMissing"/>: the package is not installed; or any error of
    /// reading.</exception>
    public static ImageParts Read(string folder) => MnistFolder.IsThere(folder)
        ? MnistFolder.Read(folder, Name) with { ClassNames = Classes }
        : throw DataFile.Missing(
            Name,
            $"Debian's package of Fashion-MNIST is not installed: '{folder}' has none of its files. Get it with `apt-get install "
                + "dataset-fashion-mnist`.");
}
