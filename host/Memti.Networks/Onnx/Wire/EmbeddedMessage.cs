using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Memti.Networks.Onnx.Wire;

/// <summary>An embedded message that can only be read. The parser thereby enforces its length and the nesting limit.</summary>
/// <param name="read">Reads the fields up to the end of the message.</param>
internal sealed class EmbeddedMessage(Action read) : IMessage
{
    public MessageDescriptor Descriptor => throw new NotSupportedException();

    public void MergeFrom(CodedInputStream input) => read();

    public void WriteTo(CodedOutputStream output) => throw new NotSupportedException();

    public int CalculateSize() => throw new NotSupportedException();
}
