using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Training;
using Memti.Training.Datasets.Sources;

namespace Memti.Training.Datasets.Idx;

/// <summary>Reads four IDX files with one prefix: <c>PREFIX-train-images.idx.gz</c>, <c>-train-labels</c>, <c>-test-images</c>,
/// <c>-test-labels</c>, or in the names of <see cref="IdxNames"/>; and <c>PREFIX-classes.txt</c> if present.</summary>
internal static class IdxPrefix
{
    private const int ImageSizes = 3, LabelSizes = 1;

    public static bool IsThere(string prefix) => IdxNames.Find(prefix + "-train-images", ImageSizes) is not null;

    /// <exception cref="MemtiException">Any error of reading.</exception>
    public static ImageParts Read(SourceText text, bool? transpose)
    {
        EmnistSplit? split = EmnistSplit.TryFind(text.Name);
        string[]? names = ClassNameFile.TryRead(text.Place + "-classes.txt") ?? split?.ClassNames.ToArray();
        ImageSet Part(string part, int? classes)
        {
            IdxArray images = IdxReader.Read(IdxNames.Get($"{text.Place}-{part}-images", ImageSizes));
            IdxArray labels = IdxReader.Read(IdxNames.Get($"{text.Place}-{part}-labels", LabelSizes));
            if (transpose ?? split is not null)
                images = IdxImages.Transposed(images);
            ImageSet set = IdxImages.Set(text.Name, images, IdxImages.FromZero(labels, split?.FirstLabel ?? 0), classes);
            return split is null ? set : MnistFolder.Padded(set);
        }

        ImageSet train = Part("train", names?.Length);
        bool isShort = IdxNames.Find($"{text.Place}-test-images", ImageSizes) is null
            && IdxNames.Find($"{text.Place}-t10k-images", ImageSizes) is not null;
        return new ImageParts(text.Name, train, Part(isShort ? "t10k" : "test", train.Classes))
        {
            ClassNames = names ?? [],
            Terms = KnownSets.TermsOf(text.Name),
            MayMirror = KnownSets.PermitsMirror(text.Name),
        };
    }
}
