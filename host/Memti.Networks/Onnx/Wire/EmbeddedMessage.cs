using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Memti.Networks.Onnx.Wire;

/// <summary>A message inside another one, of which only the reading is asked: the parser then holds its length and nesting to what is permitted.</summary>
/// <param name="read">Reads the fields, up to the end of the message.</param>
internal sealed class EmbeddedMessage(Action read) : IMessage
{
    public MessageDescriptor Descriptor => throw new NotSupportedException();

    public void MergeFrom(CodedInputStream input) => read();

    public void WriteTo(CodedOutputStream output) => throw new NotSupportedException();

    public int CalculateSize() => throw new NotSupportedException();
}
