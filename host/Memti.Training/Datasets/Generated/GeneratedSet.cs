using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Randomness;
using Memti.Abstractions.Training;
using Memti.Training.Codes;
using Memti.Training.Datasets.Generated.Painting;
using Memti.Training.Datasets.Generated.Tasks;
using Memti.Training.Datasets.Sources;

namespace Memti.Training.Datasets.Generated;

/// <summary>Generates the images of a task. An image depends on task, seed, part, size, classes and its index, not on other
/// images.</summary>
internal static class GeneratedSet
{
    public const string Prefix = "generated:";

    private const int SmallestSize = 32, LargestSize = 256, SizeStep = 8, MostImages = 1_000_000;
    private const ulong DefaultSeed = 1;

    /// <summary>Returns the generator of a source; null for other sources.</summary>
    /// <exception cref="MemtiException"><see cref="DatasetCodes.ImagesMissing"/>: unknown task;
    /// <see cref="DiagnosticCode.BadOption"/>.</exception>
    public static Func<ImageParts>? TryFind(SourceText text, DatasetOptions options, CancellationToken cancellation)
    {
        if (!text.Place.StartsWith(Prefix, StringComparison.Ordinal))
            return null;
        GeneratedTask task = GeneratedTasks.All.FirstOrDefault(task => Prefix + task.Name == text.Place) ?? throw Unknown(text.Place);
        SourceQuery query = text.Query;
        int classes = query.Integer("classes", 2, task.MostClasses) ?? task.Defaults.Classes;
        int train = query.Integer("train", classes, MostImages) ?? Math.Max(classes, task.Defaults.Train);
        int test = query.Integer("test", 1, MostImages) ?? task.Defaults.Test;
        Drawing drawing = new(
            task, classes, Size(options, query, Math.Max(train, test)), query.Seed(SourceOptions.Seed) ?? DefaultSeed, cancellation);
        return () => new ImageParts(text.Place, drawing.Part("train", train), drawing.Part("test", test))
        {
            ClassNames = [.. Enumerable.Range(0, classes).Select(task.ClassName)],
            Terms = "drawn by Memti from a seed; contains nobody's pictures",
            MayMirror = task.MayMirror,
        };
    }

    private static int Size(DatasetOptions options, SourceQuery query, int images)
    {
        int size = options.Size ?? SmallestSize;
        if (size is < SmallestSize or > LargestSize || size % SizeStep != 0)
            throw query.Refused($"{SourceOptions.Size}={size}", $"{SmallestSize} to {LargestSize} in steps of {SizeStep}");
        if ((long)images * size * size * ImageSet.Channels > DatasetLimits.PartBytes)
            throw query.Refused(
                $"{SourceOptions.Size}={size}",
                $"at most {DatasetLimits.PartBytes} bytes of pixels in a part, and {images} images have more");
        return size;
    }

    private static MemtiException Unknown(string place)
    {
        string known = string.Join(", ", GeneratedTasks.All.Select(static task => Prefix + task.Name));
        return new MemtiException(
            new Diagnostic(DatasetCodes.ImagesMissing, $"there is no drawn task '{place}'; known: {known}.")
            {
                File = place,
                Value = place,
                Permitted = known
            });
    }

    /// <summary>Common settings of the images of a set.</summary>
    private sealed record Drawing(GeneratedTask Task, int Classes, int Size, ulong Seed, CancellationToken Cancellation)
    {
        public ImageSet Part(string part, int count)
        {
            Philox key = Philox.Named(Seed, $"datasets/{Task.Name}/{part}");
            int bytes = Size * Size * ImageSet.Channels;
            byte[] pixels = new byte[count * bytes];
            // Labels in turn: all classes have the same number of images, give or take one.
            int[] labels = [.. Enumerable.Range(0, count).Select(image => image % Classes)];
            Parallel.For(0, count, new ParallelOptions { CancellationToken = Cancellation }, image =>
            {
                Canvas canvas = new(Size);
                // Philox counts by image, so threads may generate images in any order (Salmon et al., SC 2011).
                ImageRandom random = new(key, (uint)image);
                Task.Paint(canvas, labels[image], random);
                canvas.Develop(random, pixels.AsSpan(image * bytes, bytes));
            });
            return new ImageSet(GeneratedSet.Prefix + Task.Name, Classes, Size, Size, pixels, labels) { MayMirror = Task.MayMirror };
        }
    }
}
