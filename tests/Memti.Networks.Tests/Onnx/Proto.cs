using Google.Protobuf;

namespace Memti.Networks.Tests.Onnx;

/// <summary>A message in the wire format, field by field.</summary>
internal sealed class Proto
{
    private readonly List<byte> _bytes = [];

    public Proto Whole(int field, long value) => Put(output =>
    {
        output.WriteTag(field, WireFormat.WireType.Varint);
        output.WriteInt64(value);
    });

    public Proto Real(int field, float value) => Put(output =>
    {
        output.WriteTag(field, WireFormat.WireType.Fixed32);
        output.WriteFloat(value);
    });

    public Proto Text(int field, string value) => Bytes(field, System.Text.Encoding.UTF8.GetBytes(value));

    public Proto Bytes(int field, byte[] value) => Put(output =>
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(ByteString.CopyFrom(value));
    });

    public Proto Message(int field, Proto value) => Bytes(field, value.ToBytes());

    public Proto Packed(int field, params IEnumerable<long> values) =>
        Bytes(field, [.. values.SelectMany(static value => new Proto().Put(output => output.WriteInt64(value))._bytes)]);

    public byte[] ToBytes() => [.. _bytes];

    private Proto Put(Action<CodedOutputStream> write)
    {
        using MemoryStream bytes = new();
        using CodedOutputStream output = new(bytes);
        write(output);
        output.Flush();
        _bytes.AddRange(bytes.ToArray());
        return this;
    }
}
