using Memti.Abstractions.Diagnostics;
using Memti.Training.Codes;
using Memti.Training.Datasets.Cifar;
using Memti.Training.Datasets.Generated;
using Memti.Training.Datasets.Idx;
using Memti.Training.Datasets.Pictures;
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
            return () => IdxPrefix.Read(text);
        if (MnistFolder.IsThere(text.Place))
            return () => MnistFolder.Read(text.Place, text.Name);
        if (CifarFolder.TryFind(text.Place) is { } form)
            return () => CifarFolder.Read(text.Place, text.Name, form);
        if (PictureFolder.IsThere(text.Place))
            return () => PictureFolder.Read(text, options.Size, cancellation);
        throw Unknown(text.Place);
    }

    private static MemtiException Unknown(string place)
    {
        string forms = string.Join("; ", DatasetSource.Forms.Select(static form => form.Text));
        string what = Directory.Exists(place) ? "the folder has no images that are known" : "there is no such set of images";
        string text = $"{what}: '{place}'. Known are {forms}; `memti data list` says more.";
        return new MemtiException(new Diagnostic(DatasetCodes.ImagesMissing, text) { File = place, Value = place, Permitted = forms });
    }
}
