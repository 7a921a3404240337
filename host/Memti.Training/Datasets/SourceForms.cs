using Memti.Abstractions.Diagnostics;
using Memti.Training.Codes;
using Memti.Training.Datasets.Cifar;
using Memti.Training.Datasets.Folders;
using Memti.Training.Datasets.Generated;
using Memti.Training.Datasets.Idx;
using Memti.Training.Datasets.Sources;

namespace Memti.Training.Datasets;

/// <summary>Determines the form of a source from its text and from the files at its place.</summary>
internal static class SourceForms
{
    /// <summary>Returns the reader of a source. It has taken its options, and has read no image yet.</summary>
    /// <exception cref="MemtiException"><see cref="DatasetCodes.ImagesMissing"/>: unknown form, lists the known ones;
    /// <see cref="DiagnosticCode.BadOption"/>.</exception>
    public static Func<ImageParts> Find(SourceText text, DatasetOptions options, CancellationToken cancellation)
    {
        if (GeneratedSet.TryFind(text, options, cancellation) is { } drawn)
            return drawn;
        if (text.Place == FashionMnist.Name)
            return () => FashionMnist.Read(FashionMnist.Folder);
        if (IdxPrefix.IsThere(text.Place))
            return With("transpose", transpose => IdxPrefix.Read(text, transpose));
        if (MnistFolder.IsThere(text.Place))
            return With("transpose", transpose => MnistFolder.Read(text.Place, text.Name, transpose));
        if (EmnistSplit.PrefixesIn(text.Place) is [_, ..] splits)
            return With("transpose", transpose => IdxPrefix.Read(text with { Place = OneOf(text.Place, splits) }, transpose));
        if (CifarFolder.TryFind(text.Place) is { } form)
            return () => CifarFolder.Read(text.Place, text.Name, form);
        if (CifarPython.IsThere(text.Place))
            throw CifarPython.Refused(text.Place);
        if (GtsrbFolder.TryFind(text.Place) is { } signs)
            return With("tracks", tracks => signs.Read(text, options, tracks, cancellation));
        if (TinyImageNetFolder.TryFind(text.Place) is { } tiny)
            return () => tiny.Read(text, options, cancellation);
        if (PictureFolder.IsThere(text.Place))
            return With("tracks", tracks => PictureFolder.Read(text, options, tracks, cancellation));
        throw Unknown(text.Place);

        // The option is taken here, before any picture is read.
        Func<ImageParts> With(string option, Func<bool?, ImageParts> read)
        {
            bool? choice = text.Query.Truth(option);
            return () => read(choice);
        }
    }

    private static string OneOf(string folder, IReadOnlyList<string> splits) => splits.Count == 1
        ? splits[0]
        : throw new MemtiException(new Diagnostic(
            DatasetCodes.ImagesMissing,
            $"'{folder}' has {splits.Count} splits of EMNIST; name one of them: {string.Join(", ", splits)}.")
        {
            File = folder,
            Value = folder,
            Permitted = string.Join(", ", splits),
        });

    private static MemtiException Unknown(string place)
    {
        string forms = string.Join("; ", DatasetSource.Forms.Select(static form => form.Text));
        string what = Directory.Exists(place) ? "the folder has no images that are known" : "there is no such set of images";
        string text = $"{what}: '{place}'. Known are {forms}; `memti data list` says more.";
        return new MemtiException(new Diagnostic(DatasetCodes.ImagesMissing, text) { File = place, Value = place, Permitted = forms });
    }
}
