using Memti.Abstractions.Diagnostics;
using Memti.Training.Codes;
using Memti.Training.Datasets.Contents;
using Memti.Training.Datasets.Sources;

namespace Memti.Training.Datasets.Folders;

/// <summary>
/// Tiny ImageNet (Stanford CS231n) as it is downloaded: <c>train/CLASS/images/*</c>, and <c>val/images/*</c> whose classes are in
/// <c>val/val_annotations.txt</c>. The pictures of <c>test</c> have no class, so those of <c>val</c> are the ones to test with.
/// </summary>
/// <param name="Root">The folder.</param>
internal sealed record TinyImageNetFolder(string Root)
{
    private const string Images = "images";

    private const int MostBytes = 1 << 24;

    private string List => Path.Combine(Root, "val", "val_annotations.txt");

    /// <summary>The dataset in a folder; null when there is none.</summary>
    public static TinyImageNetFolder? TryFind(string place)
    {
        TinyImageNetFolder folder = new(place);
        string train = Path.Combine(place, "train");
        return File.Exists(folder.List)
            && Directory.Exists(train)
            && FileManagerFile.OtherFolders(train).Any(static inner => Directory.Exists(Path.Combine(inner, Images)))
            ? folder
            : null;
    }

    /// <exception cref="MemtiException">Any error of reading.</exception>
    public ImageParts Read(SourceText text, DatasetOptions options, CancellationToken cancellation)
    {
        string[] classes = [.. FileManagerFile.OtherFolders(Path.Combine(Root, "train"))
            .Where(static inner => Directory.Exists(Path.Combine(inner, Images)))
            .Select(static inner => Path.GetFileName(inner)!)];
        PartFit.AtLeastTwoClasses(Path.Combine(Root, "train"), classes.Length);
        (string File, int Label)[] train = [.. classes.SelectMany((name, label) => InClass(name).Select(file => (file, label)))];
        (string File, int Label)[] test = [.. Listed(classes)];
        UnusedFiles unused = new(Root);
        if (Directory.Exists(Path.Combine(Root, "test")))
            unused.AddFolder(Path.Combine(Root, "test"), "no class");
        int size = options.Size ?? PictureFolder.UsualSize;
        return new ImageParts(
            text.Name, Set(text.Name, classes, train).Read(size, cancellation), Set(text.Name, classes, test).Read(size, cancellation))
        {
            ClassNames = classes,
            Terms = KnownSets.TermsOf("tinyimagenet"),
            MayMirror = true,
            NotUsed = unused.Entries,
        };
    }

    private static PictureSet Set(string name, string[] classes, (string File, int Label)[] pictures) => new(
        name, classes, [.. pictures.Select(static picture => picture.File)], [.. pictures.Select(static picture => picture.Label)]);

    private string[] InClass(string name)
    {
        string folder = Path.Combine(Root, "train", name, Images);
        string[] files = [.. FileManagerFile.Others(folder)], pictures = [.. files.Where(PartFolder.IsPicture)];
        return pictures.Length > 0 ? pictures : throw PictureSet.Lost(Path.GetDirectoryName(folder)!, files, "it has no pictures");
    }

    // A line: name of the picture, class, and a box that is not needed, with tabs between them.
    private IEnumerable<(string File, int Label)> Listed(string[] classes)
    {
        using FileStream stream = DataFile.Open(List);
        if (stream.Length > MostBytes)
            throw DataFile.Unreadable(List, $"it has {stream.Length} bytes; permitted: {MostBytes}");
        using StreamReader reader = new(stream);
        for (int line = 1; reader.ReadLine() is { } row; line++)
            if (row.Trim().Length > 0)
                yield return Picture(row.Split('\t', StringSplitOptions.TrimEntries), classes, line);
    }

    private (string File, int Label) Picture(string[] fields, string[] classes, int line)
    {
        if (fields.Length < 2 || fields[0] != Path.GetFileName(fields[0]) || fields[0] is "" or "." or "..")
            throw At(
                DatasetCodes.ImagesUnreadable,
                line,
                "the line has no name of a picture, or no class",
                "name and class, with a tab between");
        int label = Array.IndexOf(classes, fields[1]);
        if (label < 0)
            throw At(
                DatasetCodes.LabelOutOfRange, line, $"the class '{fields[1]}' has no folder in train", "the names of the folders in train");
        string file = Path.Combine(Root, "val", Images, fields[0]);
        return File.Exists(file)
            ? (file, label)
            : throw DataFile.Missing(file, $"line {line} of '{List}' names '{fields[0]}', which is not there.");
    }

    private MemtiException At(string code, int line, string trouble, string permitted) => new(
        new Diagnostic(code, $"the list of pictures cannot be read: {trouble}; permitted: {permitted}.")
        {
            File = List,
            Line = line,
            Permitted = permitted,
        });
}
