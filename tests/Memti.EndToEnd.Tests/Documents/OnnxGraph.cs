using System.Text;

namespace Memti.EndToEnd.Tests.Documents;

/// <summary>An ONNX file of one convolution, written field by field: 3 channels to 8, a kernel of 3x3.</summary>
internal static class OnnxGraph
{
    /// <param name="batch">Frames of the input; null leaves it open.</param>
    /// <param name="pixels">Height and width of the input; null leaves both open.</param>
    /// <param name="behind">An operator behind the convolution; null for none.</param>
    /// <returns>The file.</returns>
    public static byte[] Convolution(int? batch, int? pixels, string? behind = null) =>
    [
        0x08, 8, // version of the format
        .. Field(
            7,
            [
                .. Field(1, Node("image kernel", "features", "Conv")),
                .. behind is null ? [] : Field(1, Node("features", "rest", behind)),
                .. Field(2, "graph"),
                .. Field(5, Kernel()),
                .. Field(11, Tensor("image", [batch, 3, pixels, pixels])),
                .. Field(12, Tensor("features", [null, 8, null, null])),
            ]),
        .. Field(8, [0x10, 13]), // operator set
    ];

    private static byte[] Node(string inputs, string output, string kind) =>
        [.. inputs.Split(' ').SelectMany(static input => Field(1, input)), .. Field(2, output), .. Field(4, kind)];

    // Dimensions, type float, name, contents.
    private static byte[] Kernel() =>
        [0x08, 8, 0x08, 3, 0x08, 3, 0x08, 3, 0x10, 1, .. Field(8, "kernel"), .. Field(9, new byte[8 * 3 * 3 * 3 * 4])];

    private static byte[] Tensor(string name, int?[] shape) =>
        [.. Field(1, name), .. Field(2, Field(1, [0x08, 1, .. Field(2, [.. shape.SelectMany(static size => Field(1, Dimension(size)))])]))];

    private static byte[] Dimension(int? size) => size is { } known ? [0x08, .. Number(known)] : Field(2, "any");

    private static byte[] Field(int number, string text) => Field(number, Encoding.UTF8.GetBytes(text));

    private static byte[] Field(int number, byte[] contents) => [(byte)((number << 3) | 2), .. Number(contents.Length), .. contents];

    private static byte[] Number(int value) => value < 128 ? [(byte)value] : [(byte)(0x80 | (value & 127)), .. Number(value >> 7)];
}
