using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Training;

namespace Memti.Training.Datasets.Contents;

/// <summary>Checks that the parts of a set have one size and the same classes.</summary>
internal static class PartFit
{
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.ImagesDoNotFit"/>.</exception>
    public static void Check(string name, ImageSet train, ImageSet other)
    {
        if ((train.Height, train.Width) != (other.Height, other.Width))
            // A transposed part is a frequent mistake of converters, so the message names it.
            throw Differ(
                name,
                Size(train),
                Size(other),
                (train.Height, train.Width) == (other.Width, other.Height)
                    ? "; rows and columns are mirrored: one of them is stored transposed"
                    : "");
        if (train.Classes != other.Classes)
            throw Differ(name, $"{train.Classes} classes", $"{other.Classes} classes", "");
    }

    /// <exception cref="MemtiException"><see cref="DiagnosticCode.ImagesDoNotFit"/>.</exception>
    public static void AtLeastTwoClasses(string file, int classes)
    {
        if (classes < 2)
            throw new MemtiException(
                new Diagnostic(DiagnosticCode.ImagesDoNotFit, $"there are fewer than two classes: {classes}.")
                {
                    File = file,
                    Value = $"{classes}",
                    Permitted = "2 and more"
                });
    }

    private static string Size(ImageSet part) => $"images of {part.Height} x {part.Width} pixels";

    private static MemtiException Differ(string name, string train, string other, string hint) =>
        new(
            new Diagnostic(DiagnosticCode.ImagesDoNotFit, $"'{name}' has {train} to train on and {other} to test with{hint}.")
            {
                File = name,
                Value = other,
                Permitted = train
            });
}
