using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Networks.Codes;
using Memti.Networks.Layers;
using Memti.Networks.Onnx.Wire;

namespace Memti.Networks.Onnx.Graphs;

/// <summary>Checks shapes of tensors, so that later computations with them cannot overflow, and formats them.</summary>
internal static class TensorShape
{
    /// <summary>Creates the value of a stored tensor.</summary>
    /// <exception cref="MemtiException"><see cref="NetworkCodes.OnnxShape"/>: the shape is invalid.</exception>
    public static GraphValue Constant(string name, IReadOnlyList<long> dims, IReadOnlyList<long>? values)
    {
        Check(name, dims);
        return new GraphValue(dims) { Constant = true, Values = values };
    }

    /// <summary>Creates the value of an input. A symbolic batch dimension counts as 1.</summary>
    /// <exception cref="MemtiException">
    /// <see cref="NetworkCodes.OnnxShape"/>: the shape is missing, invalid, or symbolic in a dimension other than the batch.
    /// </exception>
    public static GraphValue Input(OnnxInput input)
    {
        if (input.Dims is not { Count: > 0 } stated)
            throw GraphError.Tensor(input.Name, "no shape", "inputs whose shape is stated");
        long[] dims = new long[stated.Count];
        for (int axis = 0; axis < dims.Length; axis++)
            dims[axis] =
                stated[axis]
                    ?? (axis == 0
                        ? 1
                        : throw GraphError.Tensor(
                            input.Name,
                            $"dimension {axis.ToString(CultureInfo.InvariantCulture)} without a number",
                            "numbers in all dimensions but the first"));
        // Exporters write 0 or -1 for a batch of any size.
        if (dims[0] is 0 or -1)
            dims[0] = 1;
        Check(input.Name, dims);
        if (dims[0] != 1)
            throw GraphError.Tensor(
                input.Name, $"a batch of {dims[0].ToString(CultureInfo.InvariantCulture)}", "a batch of 1, or one without a number");
        return new GraphValue(dims);
    }

    /// <summary>Formats a shape for findings: <c>1x64x56x56</c>.</summary>
    public static string Shown(IReadOnlyList<long> dims) =>
        dims.Count == 0 ? "a scalar" : string.Join('x', dims.Select(static dimension => dimension.ToString(CultureInfo.InvariantCulture)));

    /// <summary>True when the shape is within the limits.</summary>
    public static bool Fits(IReadOnlyList<long> dims)
    {
        Int128 count = 1;
        foreach (long dimension in dims)
            if (dimension is < 0 or > int.MaxValue || (count *= dimension) > NetworkLimits.Values)
                return false;
        return true;
    }

    private static void Check(string name, IReadOnlyList<long> dims)
    {
        if (!Fits(dims))
            throw GraphError.Tensor(name, $"the shape {Shown(dims)}", "dimensions from 0 to 2147483647, and 1e12 values in all");
    }
}
