using Memti.Abstractions.Diagnostics;
using Memti.Training.Codes;
using Memti.Training.Datasets.Contents;
using Memti.Training.Datasets.Sources;

namespace Memti.Training.Datasets.Pictures;

/// <summary>
/// Reads a folder of pictures: <c>train/CLASS/*</c> and <c>test/CLASS/*</c>, or only <c>CLASS/*</c>. Classes and files are in ordinal order
/// of their names. All pictures are scaled to one size with a box filter, whatever their aspect ratio.
/// </summary>
internal static class PictureFolder
{
    private const int UsualSize = 32;
    private const string TrainName = "train", TestName = "test";

    public static bool IsThere(string folder) => Directory.Exists(folder) && ClassesOf(TrainFolder(folder)).Count > 0;

    /// <exception cref="MemtiException">Any error of reading.</exception>
    public static ImageParts Read(SourceText text, int? size, CancellationToken cancellation)
    {
        string trainFolder = TrainFolder(text.Place), testFolder = Path.Combine(text.Place, TestName);
        List<string> classes = ClassesOf(trainFolder);
        PartFit.AtLeastTwoClasses(trainFolder, classes.Count);
        PictureSet train = PictureSet.Find(text.Name, trainFolder, classes), test = PictureSet.Find(text.Name, testFolder, classes);
        bool hasTest = trainFolder != text.Place && Directory.Exists(testFolder);
        if (hasTest && ClassesOf(testFolder).FirstOrDefault(name => !classes.Contains(name)) is { } unknown)
            throw LabelOf(Path.Combine(testFolder, unknown), unknown, classes);
        return new ImageParts(
            text.Name, train.Read(size ?? UsualSize, cancellation), hasTest ? test.Read(size ?? UsualSize, cancellation) : null)
        {
            Groups = PictureGroups.Of(train.Files, train.Labels),
            ClassNames = classes,
            Terms = KnownSets.TermsOf(text.Name),
            MayMirror = KnownSets.PermitsMirror(text.Name),
        };
    }

    private static string TrainFolder(string folder) =>
        Directory.Exists(Path.Combine(folder, TrainName)) ? Path.Combine(folder, TrainName) : folder;

    /// <summary>Names of the folders that contain pictures.</summary>
    private static List<string> ClassesOf(string folder) => [.. Directory
        .EnumerateDirectories(folder)
        .Where(static inner => Directory.EnumerateFiles(inner).Any(PictureSet.IsPicture))
        .Select(static inner => Path.GetFileName(inner))
        .Order(StringComparer.Ordinal)];

    private static MemtiException LabelOf(string file, string name, IReadOnlyList<string> classes) => new(new Diagnostic(
        DatasetCodes.LabelOutOfRange, $"the test images have the class '{name}', which the training images do not have.")
    {
        File = file,
        Value = name,
        Permitted = string.Join(", ", classes),
    });
}
