using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Training;
using Memti.Training.Datasets.Sources;

namespace Memti.Training.Datasets.Pictures;

/// <summary>Picture files with their classes.</summary>
internal sealed record PictureSet(string Name, int Classes, IReadOnlyList<string> Files, IReadOnlyList<int> Labels)
{
    public static bool IsPicture(string file) => PictureFile.Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase);

    /// <summary>Finds the pictures in the folders of some classes. Folders may be missing.</summary>
    public static PictureSet Find(string name, string folder, IReadOnlyList<string> classes)
    {
        (string File, int Label)[] pictures =
            [.. classes.SelectMany((inner, label) => InClass(Path.Combine(folder, inner)).Select(file => (file, label)))];
        return new PictureSet(
            name,
            classes.Count,
            [.. pictures.Select(static picture => picture.File)],
            [.. pictures.Select(static picture => picture.Label)]);
    }

    /// <summary>Reads and scales all pictures.</summary>
    /// <exception cref="MemtiException">The error of the first unreadable file.</exception>
    public ImageSet Read(int size, CancellationToken cancellation)
    {
        int bytes = size * size * ImageSet.Channels;
        if ((long)bytes * Files.Count > DatasetLimits.PartBytes)
            throw new MemtiException(
                DiagnosticCode.ImagesDoNotFit,
                $"{Files.Count} images of {size} x {size} pixels are more than the permitted {DatasetLimits.PartBytes} bytes.");
        byte[] pixels = new byte[bytes * Files.Count];
        for (int index = 0; index < Files.Count; index++)
        {
            cancellation.ThrowIfCancellationRequested();
            Picture picture = PictureReader.Read(Files[index]);
            AreaScale.Scale(picture.Pixels.Span, picture.Height, picture.Width, pixels.AsSpan(index * bytes, bytes), size, size);
        }

        return new ImageSet(Name, Classes, size, size, pixels, Labels.ToArray());
    }

    private static IEnumerable<string> InClass(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder).Where(IsPicture).Order(StringComparer.Ordinal) : [];
}
