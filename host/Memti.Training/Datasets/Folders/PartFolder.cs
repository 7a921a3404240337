using Memti.Abstractions.Diagnostics;
using Memti.Training.Codes;
using Memti.Training.Datasets.Pictures;
using Memti.Training.Datasets.Sources;

namespace Memti.Training.Datasets.Folders;

/// <summary>A folder of classes, each a folder of pictures.</summary>
/// <param name="Path">The folder.</param>
/// <param name="Classes">Names of the classes, in ordinal order.</param>
/// <param name="Loose">Files beside the folders of classes.</param>
internal sealed record PartFolder(string Path, IReadOnlyList<string> Classes, IReadOnlyList<string> Loose)
{
    // Pictures by their names, in formats that are not read.
    private static readonly string[] OtherPictures =
        [".webp", ".gif", ".tif", ".tiff", ".heic", ".heif", ".avif", ".jp2", ".jxl", ".tga", ".pbm", ".pnm", ".svg", ".ico"];

    /// <summary>True for a file that is read by its extension.</summary>
    public static bool IsPicture(string file) => Has(file, PictureFile.Extensions);

    /// <summary>True when a folder has files that are pictures by their names, read or not.</summary>
    public static bool HoldsPictures(string folder) => Directory.Exists(folder)
        && FileManagerFile.Others(folder).Any(static file => IsPicture(file) || Has(file, OtherPictures));

    /// <summary>Finds the classes of a part.</summary>
    /// <param name="folder">The folder of the part.</param>
    /// <param name="isRoot">True when other folders may lie beside those of the classes.</param>
    /// <param name="unused">Receives what is no picture.</param>
    /// <exception cref="MemtiException"><see cref="DatasetCodes.ClassLost"/>: a folder has files, and none is a picture that is
    /// read.</exception>
    public static PartFolder Find(string folder, bool isRoot, UnusedFiles unused)
    {
        List<string> classes = [];
        foreach (string inner in FileManagerFile.OtherFolders(folder))
        {
            string[] files = [.. FileManagerFile.Others(inner)], pictures = [.. files.Where(IsPicture)];
            if (pictures.Length > 0)
                classes.Add(System.IO.Path.GetFileName(inner));
            else if (files.Length > 0 && (!isRoot || HoldsPictures(inner)))
                throw PictureSet.Lost(inner, files, $"permitted: {string.Join(", ", PictureFile.Extensions)}");
            else
                unused.AddFolder(inner, "no pictures");
            if (pictures.Length == 0)
                continue;
            unused.Add(files.Where(static file => !IsPicture(file) && !GtsrbLists.IsList(file)), "no pictures that are read");
            foreach (string deeper in FileManagerFile.OtherFolders(inner))
                unused.AddFolder(deeper, "a folder in a class");
        }

        return new PartFolder(folder, classes, [.. FileManagerFile.Others(folder)]);
    }

    /// <summary>Lists the pictures of some classes. Folders may be missing.</summary>
    public PictureSet Pictures(string name, IReadOnlyList<string> classes)
    {
        (string File, int Label)[] pictures =
            [.. classes.SelectMany((inner, label) => InClass(System.IO.Path.Combine(Path, inner)).Select(file => (file, label)))];
        return new PictureSet(
            name, classes, [.. pictures.Select(static picture => picture.File)], [.. pictures.Select(static picture => picture.Label)]);
    }

    private static IEnumerable<string> InClass(string folder) =>
        Directory.Exists(folder) ? FileManagerFile.Others(folder).Where(IsPicture) : [];

    private static bool Has(string file, IReadOnlyList<string> extensions) =>
        extensions.Contains(System.IO.Path.GetExtension(file), StringComparer.OrdinalIgnoreCase);
}
