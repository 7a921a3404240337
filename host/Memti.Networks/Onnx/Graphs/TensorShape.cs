using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Networks.Codes;
using Memti.Networks.Layers;
using Memti.Networks.Onnx.Wire;

namespace Memti.Networks.Onnx.Graphs;

/// <summary>Checks shapes of tensors, so that later computations with them cannot overflow, and formats them.</summary>
internal static class TensorShape
{
    /// <summary>Most dimensions of a tensor.</summary>
    public const int MostRank = 16;

    /// <summary>Creates the value of a stored tensor.</summary>
    /// <exception cref="MemtiException"><see cref="NetworkCodes.OnnxShape"/>: the shape is invalid.</exception>
    public static GraphValue Constant(OnnxTensor tensor, string name)
    {
        Check(name, tensor.Dims);
        return new GraphValue(tensor.Dims)
        {
            Constant = true,
            Data = tensor.Values is { } values ? new TensorData(tensor.Type, values) : null,
        };
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
        return dims.Count <= MostRank;
    }

    /// <summary>Refuses a shape beyond the limits.</summary>
    /// <exception cref="MemtiException"><see cref="NetworkCodes.OnnxShape"/>.</exception>
    public static void Check(string name, IReadOnlyList<long> dims)
    {
        if (!Fits(dims))
            throw GraphError.Tensor(name, $"the shape {Shown(dims)}", "dimensions from 0 to 2147483647, and 1e12 values in all");
    }
}
