using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Google.Protobuf;
using Memti.Networks.Onnx.Wire;
using WireType = Google.Protobuf.WireFormat.WireType;

namespace Memti.Networks.Onnx.Writing;

/// <summary>A message of an ONNX file, written field by field. Field numbers are those of onnx.proto (ONNX 1.16).</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "Both streams hold managed memory alone, and messages nest by their bytes.")]
internal sealed class OnnxMessage
{
    private const int NumberType = 2;
    private const int RealType = 1;
    private const int TextType = 3;
    private const int NumbersType = 7;

    private readonly MemoryStream _bytes = new();
    private readonly CodedOutputStream _output;

    public OnnxMessage() => _output = new CodedOutputStream(_bytes);

    public OnnxMessage Whole(int field, long value)
    {
        _output.WriteTag(field, WireType.Varint);
        _output.WriteInt64(value);
        return this;
    }

    public OnnxMessage Text(int field, string value)
    {
        _output.WriteTag(field, WireType.LengthDelimited);
        _output.WriteString(value);
        return this;
    }

    public OnnxMessage Bytes(int field, ReadOnlySpan<byte> value)
    {
        _output.WriteTag(field, WireType.LengthDelimited);
        _output.WriteBytes(ByteString.CopyFrom(value));
        return this;
    }

    public OnnxMessage Message(int field, OnnxMessage value) => Bytes(field, value.ToBytes());

    /// <summary>A stored tensor of single-precision numbers.</summary>
    public static OnnxMessage Tensor(string name, IReadOnlyList<int> shape, ReadOnlySpan<float> values) =>
        Tensor(name, shape, ElementType.Float, MemoryMarshal.AsBytes(values));

    /// <summary>A stored row of whole numbers.</summary>
    public static OnnxMessage Tensor(string name, long[] values) =>
        Tensor(name, [values.Length], ElementType.Int64, MemoryMarshal.AsBytes<long>(values));

    /// <summary>An attribute that is a whole number.</summary>
    public static OnnxMessage Attribute(string name, long value) => new OnnxMessage().Text(1, name).Whole(3, value).Whole(20, NumberType);

    /// <summary>An attribute that is a real number.</summary>
    public static OnnxMessage Attribute(string name, double value)
    {
        OnnxMessage attribute = new OnnxMessage().Text(1, name);
        attribute._output.WriteTag(2, WireType.Fixed32);
        attribute._output.WriteFloat((float)value);
        return attribute.Whole(20, RealType);
    }

    /// <summary>An attribute that is a text.</summary>
    public static OnnxMessage Attribute(string name, string value) => new OnnxMessage().Text(1, name).Text(4, value).Whole(20, TextType);

    /// <summary>An attribute that is a list of whole numbers.</summary>
    public static OnnxMessage Attribute(string name, IReadOnlyList<int> values)
    {
        OnnxMessage attribute = new OnnxMessage().Text(1, name);
        foreach (int value in values)
            attribute.Whole(8, value);
        return attribute.Whole(20, NumbersType);
    }

    public byte[] ToBytes()
    {
        _output.Flush();
        return _bytes.ToArray();
    }

    // Little-endian, as ONNX wants raw data and as every platform of .NET has it.
    private static OnnxMessage Tensor(string name, IReadOnlyList<int> shape, int type, ReadOnlySpan<byte> raw)
    {
        OnnxMessage tensor = new();
        foreach (int size in shape)
            tensor.Whole(1, size);
        return tensor.Whole(2, type).Text(8, name).Bytes(9, raw);
    }
}
