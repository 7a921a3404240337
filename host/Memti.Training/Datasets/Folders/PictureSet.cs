using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Training;
using Memti.Training.Codes;
using Memti.Training.Datasets.Pictures;
using Memti.Training.Datasets.Sources;

namespace Memti.Training.Datasets.Folders;

/// <summary>Picture files with their classes.</summary>
/// <param name="Name">Name of the dataset.</param>
/// <param name="Classes">Names of the classes in the order of the labels.</param>
/// <param name="Files">Paths.</param>
/// <param name="Labels">Class of each file.</param>
internal sealed record PictureSet(string Name, IReadOnlyList<string> Classes, IReadOnlyList<string> Files, IReadOnlyList<int> Labels)
{
    private const int Named = 3;

    /// <summary>Reads and scales all pictures.</summary>
    /// <exception cref="MemtiException">All files of a class cannot be read (<see cref="DatasetCodes.ClassLost"/>), or the first file that
    /// cannot be read, with the number of others.</exception>
    public ImageSet Read(int size, CancellationToken cancellation)
    {
        int bytes = size * size * ImageSet.Channels;
        if ((long)bytes * Files.Count > DatasetLimits.PartBytes)
            throw new MemtiException(
                DiagnosticCode.ImagesDoNotFit,
                $"{Files.Count} images of {size} x {size} pixels are more than the permitted {DatasetLimits.PartBytes} bytes.");
        byte[] pixels = new byte[bytes * Files.Count];
        SortedDictionary<int, Diagnostic> unreadable = [];
        for (int index = 0; index < Files.Count; index++)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                Picture picture = PictureReader.Read(Files[index]);
                AreaScale.Scale(picture.Pixels.Span, picture.Height, picture.Width, pixels.AsSpan(index * bytes, bytes), size, size);
            }
            // Read on: one error names them all, and a class without any picture matters most.
            catch (MemtiException error)
            {
                unreadable.Add(index, error.Diagnostic);
            }
        }

        return unreadable.Count == 0 ? new ImageSet(Name, Classes.Count, size, size, pixels, Labels.ToArray()) : throw Refused(unreadable);
    }

    /// <summary>Creates the error about a class that has files and no picture.</summary>
    public static MemtiException Lost(string folder, IReadOnlyList<string> files, string why) => new(new Diagnostic(
        DatasetCodes.ClassLost,
        $"the class '{Path.GetFileName(folder)}' is lost: none of its {files.Count} files can be read: {Names(files)}: {why}.")
    {
        File = folder,
        Value = Path.GetFileName(folder),
        Permitted = string.Join(", ", PictureFile.Extensions),
    });

    private MemtiException Refused(SortedDictionary<int, Diagnostic> unreadable)
    {
        int[] lost =
        [
            .. Enumerable.Range(0, Files.Count).GroupBy(index => Labels[index]).Where(files => files.All(unreadable.ContainsKey))
                .SelectMany(static files => files),
        ];
        if (lost.Length > 0)
        {
            string[] files = [.. lost.Where(index => Labels[index] == Labels[lost[0]]).Select(index => Files[index])];
            return Lost(Path.GetDirectoryName(files[0])!, files, unreadable[lost[0]].Message.TrimEnd('.'));
        }

        Diagnostic first = unreadable.Values.First();
        string[] others = [.. unreadable.Keys.Skip(1).Select(index => Files[index])];
        return new MemtiException(
            others.Length == 0 ? first : first with { Message = $"{first.Message} {others.Length} more cannot be read: {Names(others)}." });
    }

    private static string Names(IReadOnlyList<string> files) =>
        string.Join(", ", files.Take(Named).Select(Path.GetFileName)) + (files.Count > Named ? $" and {files.Count - Named} more" : "");
}
