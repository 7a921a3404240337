using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Randomness;
using Memti.Abstractions.Training;
using Memti.Training.Datasets.Contents;
using Memti.Training.Datasets.Sources;
using Memti.Training.Datasets.Splits;

namespace Memti.Training.Datasets;

/// <summary>Turns the images of a source into a dataset: split, subset, scale.</summary>
internal static class DatasetAssembly
{
    public static Dataset Assemble(ImageParts parts, string source, DatasetOptions options)
    {
        if (parts.Train.Count == 0)
            throw new MemtiException(new Diagnostic(DiagnosticCode.ImagesDoNotFit, "there is no image to train on.") { File = source });
        // Test images are set aside before validation images are chosen, so that no choice of settings can see them.
        (ImageParts whole, ImageSet test) = WithTest(parts, options);
        PartFit.Check(parts.Name, whole.Train, test);
        if (test.Count == 0)
            throw new MemtiException(new Diagnostic(DiagnosticCode.ImagesDoNotFit, "there is no image to test with.") { File = source });
        ImageSet? own = options.AsksForValidationShare ? null : parts.Validation;
        ImageSplit split = ImageSplit.Of(
            whole.Train.Labels.Span,
            whole.Groups,
            own is null ? options.ValidationShare : 0,
            Philox.Named(options.Seed, "datasets/validation"));
        ImageSet train = ImageSelection.Take(whole.Train, split.Kept);
        if (options.PerClass is { } most)
            train = ImageSelection.PerClass(train, most, options.Seed);
        ImageSet Finish(ImageSet part) => ImageSelection.Finish(part, options.Size, options.MayMirror ?? parts.MayMirror);
        ImageSet validation = own ?? ImageSelection.Take(whole.Train, split.Taken);
        return Dataset.Create(
            parts.Name,
            Finish(train),
            Finish(validation),
            Finish(test),
            new DatasetOrigin(source) { Terms = parts.Terms, ClassNames = parts.ClassNames, NotUsed = parts.NotUsed });
    }

    /// <summary>Sets some images aside for testing, whole groups only, when the source has no test images.</summary>
    private static (ImageParts Parts, ImageSet Test) WithTest(ImageParts parts, DatasetOptions options)
    {
        if (parts.Test is { } own)
            return (parts, own);
        ImageSplit split = ImageSplit.Of(
            parts.Train.Labels.Span, parts.Groups, options.TestShare, Philox.Named(options.Seed, "datasets/test"));
        int[]? groups = parts.Groups is { } all ? [.. split.Kept.Select(index => all[index])] : null;
        return (
            parts with { Train = ImageSelection.Take(parts.Train, split.Kept), Groups = groups },
            ImageSelection.Take(parts.Train, split.Taken));
    }
}
