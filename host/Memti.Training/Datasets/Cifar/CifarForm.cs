namespace Memti.Training.Datasets.Cifar;

/// <summary>A format of CIFAR's binary files.</summary>
/// <param name="Classes">Number of classes.</param>
/// <param name="LabelBytes">Bytes before the pixels; the last one is the label.</param>
/// <param name="Train">Files of training images.</param>
/// <param name="Test">File of test images.</param>
/// <param name="Names">Optional file with the names of the classes.</param>
internal sealed record CifarForm(int Classes, int LabelBytes, IReadOnlyList<string> Train, string Test, string Names)
{
    /// <summary>CIFAR-10, and CIFAR-100 with its fine labels.</summary>
    public static IReadOnlyList<CifarForm> All { get; } =
    [
        new(
            10,
            1,
            ["data_batch_1.bin", "data_batch_2.bin", "data_batch_3.bin", "data_batch_4.bin", "data_batch_5.bin"],
            "test_batch.bin",
            "batches.meta.txt"),
        new(100, 2, ["train.bin"], "test.bin", "fine_label_names.txt"),
    ];
}
