using System.Globalization;
using Memti.Networks.Codes;

namespace Memti.Networks.Layers;

/// <summary>Relations that must hold between the numbers of a layer.</summary>
internal static class LayerRules
{
    /// <summary>All errors of a layer. Sizes of the output are checked only when the output can be computed.</summary>
    public static IEnumerable<RowError> Check(LayerRow row)
    {
        RowError[] faults = [.. Kind(row), .. Groups(row), .. Extent(row, Rows(row)), .. Extent(row, Columns(row))];
        return faults.Length > 0 ? faults : [.. Outputs(row), .. Sizes(row)];
    }

    /// <summary>True when an output size is reachable with padding of less than a kernel on each side.</summary>
    public static bool CanReach(int input, int kernel, int stride, int output) => output <= Most(input, kernel, stride);

    /// <summary>What is permitted when a layer cannot use the weights of another layer; null when it can.</summary>
    public static string? CanShare(LayerRow owner, LayerRow row)
    {
        if (!Multiplies(row))
            return "leave it out: such a layer has no weights";
        if (!Multiplies(owner))
            return "a layer with weights";
        bool same = (owner.Kind, row.Kind) is (RowKind.FullyConnected, RowKind.FullyConnected)
            // A tied output projection reads the transpose of an embedding, which stores the same values.
            ? Matrix(owner) == Matrix(row) || Matrix(owner) == Turned(Matrix(row))
            : owner.Kind != RowKind.FullyConnected && row.Kind != RowKind.FullyConnected && Kernels(owner) == Kernels(row);
        return same
            ? null
            : string.Create(
                CultureInfo.InvariantCulture, $"a layer with weights of {Weights(row)}; those of '{owner.Name}' are {Weights(owner)}");
    }

    private static bool Multiplies(LayerRow row) => row.Kind is not (RowKind.Pooling or RowKind.Elementwise);

    /// <summary>Inputs and outputs of a layer's weight matrix. Layers may share a matrix and its transpose.</summary>
    private static (long Inputs, long Outputs) Matrix(LayerRow row) =>
        ((long)row.Channels * row.KernelHeight * row.KernelWidth, row.Filters);

    private static (long Inputs, long Outputs) Turned((long Inputs, long Outputs) matrix) => (matrix.Outputs, matrix.Inputs);

    private static (int Filters, int Channels, int Height, int Width) Kernels(LayerRow row) =>
        (row.Filters, row.Channels / row.Groups, row.KernelHeight, row.KernelWidth);

    private static string Weights(LayerRow row) => row.Kind == RowKind.FullyConnected
        ? string.Create(CultureInfo.InvariantCulture, $"{row.Filters}x{Matrix(row).Inputs}")
        : string.Create(CultureInfo.InvariantCulture, $"{row.Filters}x{row.Channels / row.Groups}x{row.KernelHeight}x{row.KernelWidth}");

    private static IEnumerable<RowError> Kind(LayerRow row)
    {
        if (row.Kind is RowKind.Pooling or RowKind.Elementwise && row.Filters != row.Channels)
            yield return Shape("k", row.Filters, $"{Text(row.Channels)}, the channels of its input, or leave it out");
        if (row.Kind is RowKind.Pooling or RowKind.Elementwise && row.Groups != 1)
            yield return Shape("groups", row.Groups, "leave it out: such a layer has no groups");
        if (row.Kind == RowKind.Elementwise)
            foreach ((string key, int value) in new[] {
                ("r", row.KernelHeight),
                ("s", row.KernelWidth),
                ("stride_v", row.StrideHeight),
                ("stride_h", row.StrideWidth)
            })
                if (value != 1)
                    yield return Shape(key, value, "leave it out: an addition has no kernel");
        if (row is { Pooling: not null, Kind: RowKind.Pooling or RowKind.FullyConnected })
            yield return new RowError(NetworkCodes.NetworkShape, "pool", "true", "false: a layer of this kind has nothing to pool");
    }

    private static IEnumerable<RowError> Groups(LayerRow row)
    {
        if (row.Channels % row.Groups != 0)
            yield return Shape("groups", row.Groups, $"divisors of {Text(row.Channels)}, the value of 'c'");
        else if (row.Filters % row.Groups != 0)
            yield return Shape("groups", row.Groups, $"divisors of {Text(row.Filters)}, the value of 'k'");
    }

    private static Axis Rows(LayerRow row) => new("r", "h", "p", row.KernelHeight, row.Height, row.StrideHeight, row.StatedHeight);

    private static Axis Columns(LayerRow row) => new("s", "w", "q", row.KernelWidth, row.Width, row.StrideWidth, row.StatedWidth);

    private static IEnumerable<RowError> Extent(LayerRow row, Axis axis)
    {
        (string kernelKey, string inputKey, string outputKey, int kernel, int input, int stride, int? stated) = axis;
        // Without padding the output has the full positions of the kernel. A dilated kernel may have fewer, down to one.
        int least = kernel > input || row.MayCrop ? 1 : ((input - kernel) / stride) + 1;
        int most = Most(input, kernel, stride);
        if (stated is not null && (stated < least || stated > most))
            yield return Shape(outputKey, stated.Value, least == most ? Text(least) : $"{Text(least)} to {Text(most)}");
        if (stated is not null || row.ZeroPadding)
            yield break;
        if (kernel > input)
            yield return Shape(kernelKey, kernel, $"1 to {Text(input)}, the value of '{inputKey}', unless 'zero_padding' is true");
        else if ((((input - kernel) + stride - 1) / stride) + 1 > most)
            yield return Shape(
                inputKey, input, $"'zero_padding' true or a '{outputKey}': without them the last kernel lies beyond the input");
    }

    // Padding of more than kernel - 1 on a side would place a kernel in padding alone.
    private static int Most(int input, int kernel, int stride) => (int)(((input + kernel - 2L) / stride) + 1);

    private static IEnumerable<RowError> Outputs(LayerRow row)
    {
        if (row.Kind == RowKind.FullyConnected && (row.OutputHeight, row.OutputWidth) != (1, 1))
            yield return new RowError(
                NetworkCodes.NetworkShape,
                "r",
                $"{Text(row.KernelHeight)}, which gives {Text(row.OutputHeight)}x{Text(row.OutputWidth)} outputs",
                "a kernel as large as the input, and one output: 'r' and 's' as 'h' and 'w'");
        if (row.Pooling is { } window && window.Height > row.OutputHeight)
            yield return Shape("pool_h", window.Height, $"1 to {Text(row.OutputHeight)}, the rows that are pooled");
        if (row.Pooling is { } other && other.Width > row.OutputWidth)
            yield return Shape("pool_w", other.Width, $"1 to {Text(row.OutputWidth)}, the columns that are pooled");
    }

    private static IEnumerable<RowError> Sizes(LayerRow row)
    {
        // 128 bits: each factor is in range, but their product may exceed 64 bits, and the limit must catch that.
        Int128 parameters = (Int128)(row.Channels / row.Groups) * row.Filters * row.KernelHeight * row.KernelWidth;
        Int128 work = parameters * row.OutputHeight * row.OutputWidth;
        (string What, Int128 Count, long Most)[] sizes =
        [
            ("input values", (Int128)row.Channels * row.Height * row.Width, NetworkLimits.Values),
            ("output values", (Int128)row.Filters * row.OutputHeight * row.OutputWidth, NetworkLimits.Values),
            ("parameters", parameters, NetworkLimits.Values),
            ("multiply-accumulates", work, NetworkLimits.MultiplyAccumulates),
        ];
        return sizes.Where(static size => size.Count > size.Most).Take(1).Select(static size =>
            new RowError(
                NetworkCodes.NetworkTooLarge,
                "",
                $"a layer of {size.Count.ToString(CultureInfo.InvariantCulture)} {size.What}",
                $"at most {size.Most.ToString(CultureInfo.InvariantCulture)}"));
    }

    private static RowError Shape(string key, int value, string permitted) => new(NetworkCodes.NetworkShape, key, Text(value), permitted);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Rows or columns of a layer, with the keys that findings name.</summary>
    private sealed record Axis(string KernelKey, string InputKey, string OutputKey, int Kernel, int Input, int Stride, int? Stated);
}
