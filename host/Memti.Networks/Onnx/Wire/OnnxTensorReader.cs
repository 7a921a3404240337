using System.Buffers.Binary;
using WireType = Google.Protobuf.WireFormat.WireType;

namespace Memti.Networks.Onnx.Wire;

/// <summary>Reads stored tensors: always the shape, and the values where they are few. Weights are skipped, or kept on request.</summary>
/// <param name="wire">The file.</param>
/// <param name="keepsWeights">True to keep all floating-point values.</param>
internal sealed class OnnxTensorReader(OnnxWire wire, bool keepsWeights)
{
    /// <summary>Most values kept: shapes, axes, scales and indices have fewer, and weights are never needed.</summary>
    public const int MostValues = 1024;

    /// <summary>Longest name in bytes.</summary>
    private const int LongestName = 4096;
    /// <summary>Most dimensions of a tensor.</summary>
    private const int MostRank = 16;

    public OnnxTensor Read()
    {
        Parts parts = new();
        wire.ReadMessage((field, type) => Take(parts, field, type));
        OnnxTensor tensor = parts.Tensor;
        tensor.Values = Values(parts);
        tensor.Weights = Weights(parts);
        tensor.External = parts.File is { } file ? new ExternalPlace(file, parts.Offset, parts.Length) : null;
        tensor.Place = parts is { File: not null, Offset: not null, Length: not null }
            ? $"{parts.File}\n{parts.Offset}\n{parts.Length}"
            : null;
        return tensor;
    }

    /// <summary>Reads a sparse tensor: the shape of the whole, under the name of its values.</summary>
    public OnnxTensor ReadSparse()
    {
        OnnxTensor tensor = new();
        wire.ReadMessage((field, type) =>
        {
            switch (field, type)
            {
                case (1, WireType.LengthDelimited):
                    OnnxTensor values = Read();
                    (tensor.Name, tensor.Type) = (values.Name, values.Type);
                    return true;
                case (3, WireType.Varint or WireType.LengthDelimited): ReadDims(tensor, type); return true;
                default: return false;
            }
        });
        return tensor;
    }

    private bool Take(Parts parts, int field, WireType type)
    {
        switch (field, type)
        {
            case (1, WireType.Varint or WireType.LengthDelimited): ReadDims(parts.Tensor, type); return true;
            case (2, WireType.Varint): parts.Tensor.Type = (int)Math.Clamp(wire.ReadWhole(), 0, int.MaxValue); return true;
            // Values lie in a list for their type (4, 5, 7, 10, 11) or as bytes in raw_data (9); longer lists are weights and not kept.
            case (5 or 7 or 11, WireType.Varint or WireType.LengthDelimited):
                parts.All &= wire.ReadWholes(type, parts.Wholes, keepsWeights && field == 5 ? int.MaxValue : MostValues);
                return true;
            case (4, WireType.Fixed32 or WireType.LengthDelimited) or (10, WireType.Fixed64 or WireType.LengthDelimited)
                when keepsWeights:
                wire.ReadWeights(type, parts.Weights, field == 10);
                return true;
            case (4, WireType.Fixed32 or WireType.LengthDelimited) or (10, WireType.Fixed64 or WireType.LengthDelimited):
                parts.All &= wire.ReadReals(type, parts.Reals, MostValues, field == 10);
                return true;
            case (8, WireType.LengthDelimited): parts.Tensor.Name = wire.ReadText(LongestName); return true;
            case (9, WireType.LengthDelimited):
                (parts.Raw, parts.IsRaw) = (keepsWeights ? wire.ReadBytes() : wire.ReadBytes(MostValues * sizeof(long)), true);
                return true;
            case (13, WireType.LengthDelimited): return TakePlace(parts);
            default: return false;
        }
    }

    private bool TakePlace(Parts parts)
    {
        string key = "";
        string value = "";
        wire.ReadMessage((field, type) =>
        {
            if ((field, type) is not (1 or 2, WireType.LengthDelimited))
                return false;
            _ = field == 1 ? key = wire.ReadText(LongestName) : value = wire.ReadText(LongestName);
            return true;
        });
        _ = key switch
        {
            "location" => parts.File = value,
            "offset" => parts.Offset = value,
            "length" => parts.Length = value,
            _ => null,
        };
        return true;
    }

    private void ReadDims(OnnxTensor tensor, WireType type)
    {
        if (!wire.ReadWholes(type, tensor.Dims, MostRank))
            throw wire.Unreadable("a tensor has more than 16 dimensions");
    }

    /// <summary>The values if they are complete, as many as the shape requires; null otherwise.</summary>
    private double[]? Values(Parts parts)
    {
        Int128 count = 1;
        foreach (long dimension in parts.Tensor.Dims)
            if (dimension < 0 || (count *= dimension) > MostValues)
                return null;
        double[] values = parts switch
        {
            { IsRaw: true } => FromBytes(parts.Raw ?? [], parts.Tensor.Type),
            { Reals.Count: > 0 } => [.. parts.Reals],
            { Weights.Count: > 0 } => [.. parts.Weights],
            _ => [.. parts.Wholes.Select(number => FromWhole(number, parts.Tensor.Type))],
        };
        return parts.All && ElementType.Bytes(parts.Tensor.Type) > 0 && values.Length == count && wire.MayKeep(values.Length)
            ? values
            : null;
    }

    /// <summary>All values of a floating-point tensor, when they are to be kept; null otherwise.</summary>
    private float[]? Weights(Parts parts)
    {
        int type = parts.Tensor.Type;
        return parts switch
        {
            _ when !keepsWeights || !ElementType.IsReal(type) => null,
            { IsRaw: true } => WeightBytes.ToSingle(parts.Raw ?? [], type),
            { Weights.Count: > 0 } => [.. parts.Weights],
            _ => [.. parts.Wholes.Select(number => (float)FromWhole(number, type))],
        };
    }

    // Half-precision numbers lie in int32_data as their bits.
    private static double FromWhole(long number, int type) => type switch
    {
        ElementType.Half => (double)BitConverter.UInt16BitsToHalf((ushort)number),
        ElementType.BFloat16 => BitConverter.Int32BitsToSingle((int)(ushort)number << 16),
        ElementType.UInt64 => (ulong)number,
        _ => number,
    };

    private static double[] FromBytes(byte[] raw, int type)
    {
        int size = ElementType.Bytes(type);
        double[] values = new double[size == 0 ? 0 : raw.Length / size];
        for (int index = 0; index < values.Length; index++)
            values[index] = FromBytes(raw.AsSpan(index * size), type);
        return values;
    }

    private static double FromBytes(ReadOnlySpan<byte> raw, int type) => type switch
    {
        ElementType.UInt8 or ElementType.Boolean => raw[0],
        ElementType.Int8 => (sbyte)raw[0],
        ElementType.UInt16 => BinaryPrimitives.ReadUInt16LittleEndian(raw),
        ElementType.Int16 => BinaryPrimitives.ReadInt16LittleEndian(raw),
        ElementType.Half or ElementType.BFloat16 => FromWhole(BinaryPrimitives.ReadUInt16LittleEndian(raw), type),
        ElementType.Float => BinaryPrimitives.ReadSingleLittleEndian(raw),
        ElementType.Int32 => BinaryPrimitives.ReadInt32LittleEndian(raw),
        ElementType.UInt32 => BinaryPrimitives.ReadUInt32LittleEndian(raw),
        ElementType.Double => BinaryPrimitives.ReadDoubleLittleEndian(raw),
        ElementType.UInt64 => BinaryPrimitives.ReadUInt64LittleEndian(raw),
        _ => BinaryPrimitives.ReadInt64LittleEndian(raw),
    };

    /// <summary>What was read of a tensor so far.</summary>
    private sealed class Parts
    {
        public OnnxTensor Tensor { get; } = new();

        public List<long> Wholes { get; } = [];

        public List<double> Reals { get; } = [];

        public List<float> Weights { get; } = [];

        public bool All { get; set; } = true;

        public bool IsRaw { get; set; }

        public byte[]? Raw { get; set; }

        public string? File { get; set; }

        public string? Offset { get; set; }

        public string? Length { get; set; }
    }
}
