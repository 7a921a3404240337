using Google.Protobuf;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Graphs;
using Memti.Networks.Inputs;
using Memti.Networks.Onnx.Wire;

namespace Memti.Networks.Onnx.Trainable;

/// <summary>Reads an ONNX file with its weights as a graph that can be trained.</summary>
internal static class OnnxGraphFile
{
    private const int ImageRank = 4;

    /// <summary>Reads a model from a seekable stream at its start.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="file">Its name in findings.</param>
    /// <param name="folder">The folder in which weights of other files lie.</param>
    /// <param name="inputs">What is said of its inputs.</param>
    /// <param name="px">Height and width of the image; null for those of the file.</param>
    /// <param name="end">The value at which the graph ends; null for its first output.</param>
    /// <exception cref="MemtiException">It cannot be read or trained.</exception>
    public static NetworkGraph Read(Stream stream, string file, string folder, NetworkInputs inputs, int? px, string? end = null)
    {
        OnnxWire wire = new(stream);
        try
        {
            OnnxModel model = OnnxModelReader.Read(wire, keepsWeights: true);
            if (end is not null)
                GraphEnd.MoveTo(model, end);
            GraphReading reading = GraphWalk.Read(model, px is { } size ? Sized(model, inputs, size) : inputs);
            return GraphTranslation.Of(model, reading.Values, Path.GetFileNameWithoutExtension(file), new ExternalWeights(folder));
        }
        catch (InvalidProtocolBufferException error)
        {
            throw new MemtiException(wire.Unreadable(error.Message.ReplaceLineEndings(" ").TrimEnd('.')).Diagnostic with { File = file });
        }
        catch (MemtiException error) when (error.Diagnostic.File is null)
        {
            throw new MemtiException(error.Diagnostic with { File = file }, error);
        }
    }

    /// <summary>States the shape of the one input that is an image, with its own channels.</summary>
    private static NetworkInputs Sized(OnnxModel model, NetworkInputs inputs, int px)
    {
        HashSet<string> stored = [.. model.Graph.Initializers.Select(static tensor => tensor.Name)];
        OnnxInput[] images = [.. model.Graph.Inputs.Where(input => input.Dims?.Count == ImageRank && !stored.Contains(input.Name))];
        if (images is not [{ Dims: { } dims } image] || inputs.Shapes.ContainsKey(image.Name))
            return inputs;
        // The smaller side is the channels: behind the batch, or last.
        long[] shape = (dims[1].Size, dims[3].Size) switch
        {
            (_, 1 or 3) when dims[1].Size is not (1 or 3) => [1, px, px, dims[3].Size!.Value],
            ({ } channels, _) => [1, channels, px, px],
            _ => [1, 3, px, px],
        };
        return inputs with { Shapes = new Dictionary<string, IReadOnlyList<long>>(inputs.Shapes) { [image.Name] = shape } };
    }
}
