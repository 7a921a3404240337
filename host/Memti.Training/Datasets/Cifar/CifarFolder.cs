using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Training;
using Memti.Training.Datasets.Idx;
using Memti.Training.Datasets.Sources;

namespace Memti.Training.Datasets.Cifar;

/// <summary>Reads a folder with the binary files of CIFAR-10 or CIFAR-100 (Krizhevsky 2009). Each image has labels, then 1024 red, 1024
/// green and 1024 blue values.</summary>
internal static class CifarFolder
{
    private const int Side = 32, Plane = Side * Side;

    /// <summary>Format of the files in a folder; null when it has none.</summary>
    public static CifarForm? TryFind(string folder) =>
        CifarForm.All.FirstOrDefault(form => File.Exists(Path.Combine(folder, form.Train[0])));

    /// <exception cref="MemtiException">Any error of reading.</exception>
    public static ImageParts Read(string folder, string name, CifarForm form) =>
        new(name, Part(folder, name, form, form.Train), Part(folder, name, form, [form.Test]))
        {
            ClassNames = ClassNameFile.TryRead(Path.Combine(folder, form.Names)) ?? [],
            Terms = KnownSets.TermsOf("cifar"),
            MayMirror = true,
        };

    private static ImageSet Part(string folder, string name, CifarForm form, IReadOnlyList<string> files)
    {
        byte[][] records = [.. files.Select(file => Records(Path.Combine(folder, file), form))];
        int record = form.LabelBytes + ImageSet.Channels * Plane, count = records.Sum(bytes => bytes.Length / record), image = 0;
        (byte[] pixels, int[] labels) = (new byte[count * ImageSet.Channels * Plane], new int[count]);
        for (int file = 0; file < records.Length; file++)
            for (int at = 0; at < records[file].Length; at += record, image++)
            {
                // CIFAR-100 has a coarse and a fine label; the last one is the fine one.
                labels[image] = records[file][at + form.LabelBytes - 1];
                if (labels[image] >= form.Classes)
                    throw LabelError.Of(
                        Path.Combine(folder, files[file]), labels[image], form.Classes, at / record, at + form.LabelBytes - 1);
                Interleave(records[file].AsSpan(at + form.LabelBytes), pixels.AsSpan(image * ImageSet.Channels * Plane));
            }

        return new ImageSet(name, form.Classes, Side, Side, pixels, labels);
    }

    private static byte[] Records(string file, CifarForm form)
    {
        using FileStream stream = DataFile.Open(file);
        int record = form.LabelBytes + ImageSet.Channels * Plane;
        if (stream.Length % record != 0 || stream.Length > DatasetLimits.PartBytes / form.Train.Count)
            // The limit per file keeps the sum of all files below the limit of a part.
            throw DataFile.Unreadable(
                file,
                $"it has {stream.Length} bytes, and its last image begins at byte {stream.Length / record * record}; permitted: a "
                    + $"multiple of {record}, at most {DatasetLimits.PartBytes / form.Train.Count}");
        byte[] bytes = new byte[stream.Length];
        new CountedStream(stream, file).Fill(bytes);
        return bytes;
    }

    private static void Interleave(ReadOnlySpan<byte> planes, Span<byte> pixels)
    {
        for (int pixel = 0; pixel < Plane; pixel++)
            for (int channel = 0; channel < ImageSet.Channels; channel++)
                pixels[pixel * ImageSet.Channels + channel] = planes[channel * Plane + pixel];
    }
}
