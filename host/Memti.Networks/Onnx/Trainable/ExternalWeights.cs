using System.Globalization;
using Memti.Networks.Layers;
using Memti.Networks.Onnx.Wire;

namespace Memti.Networks.Onnx.Trainable;

/// <summary>Reads weights that lie in another file, in the folder of the model or below it.</summary>
/// <param name="folder">The folder of the model.</param>
internal sealed class ExternalWeights(string folder)
{
    private long _read;

    /// <summary>Reads the values of a tensor.</summary>
    /// <param name="tensor">A floating-point tensor with a place in another file.</param>
    /// <param name="count">Number of its values.</param>
    /// <exception cref="Memti.Abstractions.Diagnostics.MemtiException">The file is elsewhere, cannot be read, or is too short.</exception>
    public float[] Read(OnnxTensor tensor, long count)
    {
        ExternalPlace place = tensor.External!;
        long length = count * ElementType.Bytes(tensor.Type);
        if ((_read += length) > NetworkLimits.OnnxBytes)
            throw TrainableError.Weights(tensor.Name, "there are more than 512 MiB of weights", "at most 512 MiB");
        if (place.Length is { } stated && Number(tensor, stated) != length)
            throw TrainableError.Weights(
                tensor.Name,
                $"{stated} bytes are stated",
                string.Create(CultureInfo.InvariantCulture, $"{length} bytes, as its shape says"));
        byte[] bytes = new byte[length];
        try
        {
            using FileStream file = File.OpenRead(Inside(tensor, place.File));
            file.Position = place.Offset is { } offset ? Number(tensor, offset) : 0;
            file.ReadExactly(bytes);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw TrainableError.Weights(
                tensor.Name, $"'{place.File}': {failure.Message.TrimEnd('.')}", "a whole file beside the model, or weights in the model");
        }

        return WeightBytes.ToSingle(bytes, tensor.Type);
    }

    /// <summary>The path of a file that lies in the folder, links followed.</summary>
    private string Inside(OnnxTensor tensor, string file)
    {
        string root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar;
        string path = Path.GetFullPath(Path.Combine(root, file));
        string target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        bool isInside = !Path.IsPathRooted(file)
            && path.StartsWith(root, StringComparison.Ordinal)
            && target.StartsWith(root, StringComparison.Ordinal);
        return isInside
            ? path
            : throw TrainableError.Weights(tensor.Name, $"'{file}' is outside the folder of the model", "a file in that folder");
    }

    private static long Number(OnnxTensor tensor, string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? number
            : throw TrainableError.Weights(tensor.Name, $"'{text}' is stated as place or length", "whole numbers of 0 and more");
}
