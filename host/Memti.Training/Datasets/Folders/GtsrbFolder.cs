using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Training.Codes;
using Memti.Training.Datasets.Contents;
using Memti.Training.Datasets.Sources;

namespace Memti.Training.Datasets.Folders;

/// <summary>
/// The German Traffic Sign Recognition Benchmark (Stallkamp et al. 2012) as it is downloaded: <c>Final_Training/Images/CLASS/*.ppm</c> or
/// <c>Training/CLASS/*</c>, <c>Final_Test/Images/*</c> and <c>GT-final_test.csv</c>; or <c>Train/CLASS/*</c>, <c>Test/*</c> and
/// <c>Test.csv</c>. A track of frames shows one sign, so a split keeps it together.
/// </summary>
/// <param name="Train">Folder of the classes.</param>
/// <param name="Test">Folder of the test pictures; null when there is none.</param>
/// <param name="List">List of their classes; null when there is none that has classes.</param>
/// <param name="Base">Folder that the names of the list are relative to.</param>
internal sealed record GtsrbFolder(string Train, string? Test, string? List, string Base)
{
    private const string Set = "gtsrb", FinalList = "GT-final_test.csv";

    /// <summary>The dataset in a folder, or in its folder GTSRB; null when there is none.</summary>
    public static GtsrbFolder? TryFind(string place) => In(place, place) ?? In(Path.Combine(place, "GTSRB"), place);

    /// <exception cref="MemtiException">Any error of reading.</exception>
    public ImageParts Read(SourceText text, DatasetOptions options, bool? tracks, CancellationToken cancellation)
    {
        UnusedFiles unused = new(text.Place);
        PartFolder train = PartFolder.Find(Train, false, unused);
        PartFit.AtLeastTwoClasses(Train, train.Classes.Count);
        PictureSet pictures = train.Pictures(text.Name, train.Classes);
        PictureSet? test = TestPictures(text.Name, train.Classes, options, unused);
        int size = options.Size ?? PictureFolder.UsualSize;
        return new ImageParts(text.Name, pictures.Read(size, cancellation), test?.Read(size, cancellation))
        {
            Groups = tracks ?? true ? PictureGroups.Of(pictures.Files, pictures.Labels) : null,
            ClassNames = train.Classes,
            Terms = KnownSets.TermsOf(Set),
            NotUsed = unused.Entries,
        };
    }

    private static GtsrbFolder? In(string root, string place)
    {
        string images = Path.Combine(root, "Final_Training", "Images"), training = Path.Combine(root, "Training");
        string test = Path.Combine(root, "Final_Test", "Images"), flat = Path.Combine(root, "Test.csv");
        if (Directory.Exists(images) || (Directory.Exists(training) && GtsrbLists.AreIn(training)))
            return new GtsrbFolder(
                Directory.Exists(images) ? images : training,
                Directory.Exists(test) ? test : null,
                new[] { test, Path.GetDirectoryName(test)!, root, place }.Select(static folder => Path.Combine(folder, FinalList))
                    .FirstOrDefault(GtsrbLists.HasClasses),
                test);
        string train = Path.Combine(root, "Train");
        return Directory.Exists(train) && GtsrbLists.HasClasses(flat)
            ? new GtsrbFolder(train, Path.Combine(root, "Test"), flat, root)
            : null;
    }

    private PictureSet? TestPictures(string name, IReadOnlyList<string> classes, DatasetOptions options, UnusedFiles unused)
    {
        if (Test is null)
            return null;
        if (List is null && options.AsksForTestShare)
            unused.AddFolder(Test, "no class");
        if (List is null)
            return options.AsksForTestShare
                ? null
                : throw DataFile.Missing(
                    Path.Combine(Test, FinalList),
                    $"the classes of the test pictures are missing. Unpack GTSRB_Final_Test_GT.zip, which has {FinalList}, "
                        + $"into '{Test}', or ask for a share of the training pictures with ?test_share=0.2.");
        IReadOnlyList<(string File, int ClassId)> listed = GtsrbLists.Read(List, Base);
        unused.Add(Unlisted(listed), "not in the list of the test pictures");
        return new PictureSet(
            name, classes, [.. listed.Select(static picture => picture.File)], [.. listed.Select(picture => Label(picture, classes))]);
    }

    private IEnumerable<string> Unlisted(IReadOnlyList<(string File, int ClassId)> listed)
    {
        HashSet<string> names = [.. listed.Select(static picture => Path.GetFileName(picture.File))];
        return FileManagerFile.Others(Test!).Where(file => PartFolder.IsPicture(file) && !names.Contains(Path.GetFileName(file)));
    }

    private int Label((string File, int ClassId) picture, IReadOnlyList<string> classes)
    {
        for (int label = 0; label < classes.Count; label++)
            if (int.TryParse(classes[label], NumberStyles.None, CultureInfo.InvariantCulture, out int id) && id == picture.ClassId)
                return label;
        throw new MemtiException(
            new Diagnostic(
                DatasetCodes.LabelOutOfRange,
                $"the test picture '{Path.GetFileName(picture.File)}' has the class {picture.ClassId}, which the training images do not "
                    + "have.")
            {
                File = List,
                Value = $"{picture.ClassId}",
                Permitted = string.Join(", ", classes),
            });
    }
}
