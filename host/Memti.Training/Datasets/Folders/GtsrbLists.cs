using Memti.Abstractions.Diagnostics;
using Memti.Training.Codes;
using Memti.Training.Datasets.Sources;

namespace Memti.Training.Datasets.Folders;

/// <summary>Lists of pictures as GTSRB has them: CSV with a header, <c>Filename</c> or <c>Path</c>, and <c>ClassId</c>, parted by
/// semicolons or commas.</summary>
internal static class GtsrbLists
{
    private const int MostBytes = 1 << 24;

    /// <summary>True for the list beside the pictures of a class, <c>GT-00000.csv</c>.</summary>
    public static bool IsList(string file) => Path.GetFileName(file).StartsWith("GT-", StringComparison.OrdinalIgnoreCase)
        && Path.GetExtension(file).Equals(".csv", StringComparison.OrdinalIgnoreCase);

    /// <summary>True when folders of classes have lists: their pictures are tracks of frames.</summary>
    public static bool AreIn(string folder) =>
        FileManagerFile.OtherFolders(folder).Any(static inner => Directory.EnumerateFiles(inner, "GT-*").Any(IsList));

    /// <summary>True when a file is a list with classes; the list of the contest had none.</summary>
    public static bool HasClasses(string file)
    {
        if (!File.Exists(file) || new FileInfo(file).Length > MostBytes)
            return false;
        using StreamReader reader = new(DataFile.Open(file));
        return ColumnOf(Fields(reader.ReadLine() ?? ""), "ClassId") >= 0;
    }

    /// <summary>Reads a list.</summary>
    /// <param name="file">The list.</param>
    /// <param name="folder">Folder that its names are relative to.</param>
    /// <returns>Paths of pictures, each with its class, in the order of the list.</returns>
    /// <exception cref="MemtiException"><see cref="DatasetCodes.ImagesUnreadable"/> with the line;
    /// <see cref="DatasetCodes.ImagesMissing"/>: a picture is not there.</exception>
    public static IReadOnlyList<(string File, int ClassId)> Read(string file, string folder)
    {
        using FileStream stream = DataFile.Open(file);
        if (stream.Length > MostBytes)
            throw DataFile.Unreadable(file, $"it has {stream.Length} bytes; permitted: {MostBytes}");
        using StreamReader reader = new(stream);
        string[] head = Fields(reader.ReadLine() ?? "");
        (int name, int id) = (Math.Max(ColumnOf(head, "Filename"), ColumnOf(head, "Path")), ColumnOf(head, "ClassId"));
        if (name < 0 || id < 0)
            throw At(file, 1, "the header names no column Filename or Path, or none ClassId");
        List<(string, int)> pictures = [];
        for (int line = 2; reader.ReadLine() is { } row; line++)
            if (row.Trim().Length > 0)
                pictures.Add(Picture(file, line, Fields(row), name, id, folder));
        return pictures;
    }

    private static (string File, int ClassId) Picture(string file, int line, string[] fields, int name, int id, string folder)
    {
        if (fields.Length <= Math.Max(name, id) || !int.TryParse(fields[id], out int classId) || classId < 0 || fields[name].Contains('\0'))
            throw At(file, line, "the line has no name, or no number of a class");
        string place = Path.GetFullPath(Path.Combine(folder, fields[name]));
        // A list may come from anywhere: it names nothing outside the dataset.
        string inside = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar;
        if (Path.IsPathRooted(fields[name]) || !place.StartsWith(inside, StringComparison.Ordinal))
            throw At(file, line, $"'{fields[name]}' is not in the folder of the pictures");
        string picture = Path.Combine(folder, fields[name]);
        return File.Exists(picture)
            ? (picture, classId)
            : throw DataFile.Missing(picture, $"line {line} of '{file}' names '{fields[name]}', which is not there.");
    }

    private static string[] Fields(string line) =>
        line.TrimStart('\uFEFF').Split(line.Contains(';') ? ';' : ',', StringSplitOptions.TrimEntries);

    private static int ColumnOf(string[] head, string name) =>
        Array.FindIndex(head, field => field.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static MemtiException At(string file, int line, string trouble) =>
        new(new Diagnostic(DatasetCodes.ImagesUnreadable, $"the list of pictures cannot be read: {trouble}.") { File = file, Line = line });
}
