using System.Buffers.Binary;
using WireType = Google.Protobuf.WireFormat.WireType;

namespace Memti.Networks.Onnx.Wire;

/// <summary>Reads stored tensors: always the shape, and the values only of a few 64-bit whole numbers. Weights are skipped.</summary>
internal sealed class OnnxTensorReader(OnnxWire wire)
{
    /// <summary>Longest name in bytes.</summary>
    private const int LongestName = 4096;
    /// <summary>Most dimensions of a tensor.</summary>
    private const int MostRank = 16;
    /// <summary>Most values kept: shapes have far fewer, and weights are never needed.</summary>
    private const int MostValues = 64;
    /// <summary>INT64 of TensorProto.DataType (onnx.proto).</summary>
    private const int TypeOfWholeNumbers = 7;

    public OnnxTensor Read()
    {
        OnnxTensor tensor = new();
        List<long> listed = [];
        bool all = true;
        byte[]? raw = null;
        long kind = 0;
        wire.ReadMessage((field, type) =>
        {
            switch (field, type)
            {
                case (1, WireType.Varint or WireType.LengthDelimited): ReadDims(tensor, type); return true;
                case (2, WireType.Varint): kind = wire.ReadWhole(); return true;
                // Whole numbers lie either in int64_data (7) or as bytes in raw_data (9); longer lists are weights and not kept.
                case (7, WireType.Varint or WireType.LengthDelimited): all &= wire.ReadWholes(type, listed, MostValues); return true;
                case (8, WireType.LengthDelimited): tensor.Name = wire.ReadText(LongestName); return true;
                case (9, WireType.LengthDelimited): raw = wire.ReadBytes(MostValues * sizeof(long)); return true;
                default: return false;
            }
        });
        if (kind == TypeOfWholeNumbers)
            tensor.Values = Whole(tensor.Dims, raw is null ? listed : Numbers(raw), all);
        return tensor;
    }

    private void ReadDims(OnnxTensor tensor, WireType type)
    {
        if (!wire.ReadWholes(type, tensor.Dims, MostRank))
            throw wire.Unreadable("a tensor has more than 16 dimensions");
    }

    private static List<long> Numbers(byte[] raw)
    {
        List<long> numbers = [];
        for (int start = 0; start + sizeof(long) <= raw.Length; start += sizeof(long))
            numbers.Add(BinaryPrimitives.ReadInt64LittleEndian(raw.AsSpan(start)));
        return numbers;
    }

    /// <summary>The values if they are complete, as many as the shape requires; null otherwise.</summary>
    private static List<long>? Whole(List<long> dims, List<long> values, bool all)
    {
        bool fits = all && (dims.Count == 0 ? values.Count == 1 : dims.Count == 1 && dims[0] == values.Count);
        return fits ? values : null;
    }
}
