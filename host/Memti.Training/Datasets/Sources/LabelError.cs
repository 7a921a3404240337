using Memti.Abstractions.Diagnostics;
using Memti.Training.Codes;

namespace Memti.Training.Datasets.Sources;

/// <summary>Creates the error about a label outside the classes of its set.</summary>
internal static class LabelError
{
    public static MemtiException Of(string file, int label, int classes, int image, long offset) => new(new Diagnostic(
        DatasetCodes.LabelOutOfRange, $"image {image} has the label {label} at byte {offset}; permitted: 0 to {classes - 1}.")
    {
        File = file,
        Value = $"{label}",
        Permitted = $"0 to {classes - 1}",
    });
}
