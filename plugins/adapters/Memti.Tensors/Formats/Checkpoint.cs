using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Memti.Tensors.Values;

namespace Memti.Tensors.Formats;

/// <summary>
/// State of a network from which training continues to the bit: values, running statistics and momenta. Layout: magic, version, then name,
/// shape, values and momentum of each tensor, and SHA-256 over everything before it.
/// </summary>
internal static class Checkpoint
{
    private const string Magic = "memti.tensors.checkpoint";
    /// <summary>Version of the layout.</summary>
    private const int Version = 1;
    /// <summary>Largest accepted checkpoint in bytes, 1 GiB.</summary>
    private const int MostBytes = int.MaxValue / 2;

    /// <summary>Writes a checkpoint.</summary>
    public static void Save(Stream stream, IReadOnlyList<NetworkTensor> tensors)
    {
        using MemoryStream content = new();
        using (BinaryWriter writer = new(content, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Magic);
            writer.Write(Version);
            writer.Write(tensors.Count);
            foreach (NetworkTensor tensor in tensors)
                Write(writer, tensor);
        }

        ReadOnlySpan<byte> bytes = content.GetBuffer().AsSpan(0, (int)content.Length);
        stream.Write(bytes);
        stream.Write(SHA256.HashData(bytes));
    }

    /// <summary>Reads a checkpoint. Nothing is changed unless everything fits.</summary>
    public static void Load(Stream stream, IReadOnlyList<NetworkTensor> tensors)
    {
        ReadOnlySpan<byte> bytes = StreamBytes.ReadAll(stream, MostBytes).Span;
        // The hash comes first: no damaged byte is parsed.
        if (bytes.Length < SHA256.HashSizeInBytes
            || !SHA256.HashData(bytes[..^SHA256.HashSizeInBytes]).AsSpan().SequenceEqual(bytes[^SHA256.HashSizeInBytes..]))
            throw new TensorFormatException("The checkpoint is damaged: its hash does not fit.");
        using BinaryReader reader = new(new MemoryStream(bytes[..^SHA256.HashSizeInBytes].ToArray()), Encoding.UTF8);
        try
        {
            // Everything is read before anything is applied: a state that does not fit changes nothing.
            CheckStart(reader, tensors.Count);
            (float[] Values, float[]? Momentum)[] read = [.. tensors.Select(tensor => Read(reader, tensor))];
            for (int i = 0; i < read.Length; i++)
                Apply(tensors[i], read[i].Values, read[i].Momentum);
        }
        catch (Exception exception) when (exception is IOException or FormatException)
        {
            throw new TensorFormatException("The checkpoint ends too early.", exception);
        }
    }

    private static void CheckStart(BinaryReader reader, int tensors)
    {
        if (reader.ReadString() != Magic)
            throw new TensorFormatException("This is no checkpoint.");
        int version = reader.ReadInt32();
        if (version != Version)
            throw new TensorFormatException($"The checkpoint has version {version}; permitted: {Version}.");
        int count = reader.ReadInt32();
        if (count != tensors)
            throw new TensorFormatException($"The checkpoint has {count} tensors; the network has {tensors}.");
    }

    private static void Write(BinaryWriter writer, NetworkTensor tensor)
    {
        writer.Write(tensor.Name);
        writer.Write(string.Join(',', tensor.Shape));
        writer.Write(tensor.IsTrained);
        float[] values = new float[tensor.Count];
        tensor.Read(values);
        writer.Write(MemoryMarshal.AsBytes<float>(values));
        if (!tensor.IsTrained)
            return;
        tensor.ReadMomentum(values);
        writer.Write(MemoryMarshal.AsBytes<float>(values));
    }

    private static (float[] Values, float[]? Momentum) Read(BinaryReader reader, NetworkTensor tensor)
    {
        (string name, string shape, bool trained) = (reader.ReadString(), reader.ReadString(), reader.ReadBoolean());
        string expected = string.Join(',', tensor.Shape);
        if (name != tensor.Name || shape != expected || trained != tensor.IsTrained)
            throw new TensorFormatException(
                $"The checkpoint has '{name}' [{shape}], trained: {trained}; the network '{tensor.Name}' [{expected}], trained: "
                    + $"{tensor.IsTrained}.");
        return (Floats(reader, tensor.Count), trained ? Floats(reader, tensor.Count) : null);
    }

    private static float[] Floats(BinaryReader reader, int count)
    {
        float[] values = new float[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    private static void Apply(NetworkTensor tensor, float[] values, float[]? momentum)
    {
        tensor.Write(values);
        if (momentum != null)
            tensor.WriteMomentum(momentum);
    }
}
