using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Graphs;
using Memti.Networks.Codes;
using Memti.Networks.Inputs;
using Memti.Networks.Layers;
using Memti.Networks.Onnx.Trainable;

namespace Memti.Networks.Graphs;

/// <summary>Reads network files as graphs that can be trained: ONNX graphs with their weights, layer tables without.</summary>
public static class GraphFile
{
    /// <summary>Reads a graph.</summary>
    /// <param name="path">The file to open.</param>
    /// <param name="shown">Name of the file in findings.</param>
    /// <param name="inputs">What is said of the inputs of an ONNX graph.</param>
    /// <param name="px">Height and width of the image of an ONNX graph; null for those of the file.</param>
    /// <param name="end">The value at which an ONNX graph ends; null for its first output.</param>
    /// <exception cref="MemtiException">The file cannot be read, or an operator in it cannot be trained.</exception>
    public static NetworkGraph Read(string path, string shown, NetworkInputs inputs, int? px = null, string? end = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(inputs);
        return Path.GetExtension(path).Equals(".onnx", StringComparison.OrdinalIgnoreCase)
            ? ReadOnnx(path, shown, inputs, px, end)
            : TableGraph.Of(NetworkFile.Read(path, shown, inputs));
    }

    private static NetworkGraph ReadOnnx(string path, string shown, NetworkInputs inputs, int? px, string? end)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            if (stream.Length > NetworkLimits.OnnxBytes)
                throw TooLong(shown, stream.Length);
            return OnnxGraphFile.Read(stream, shown, Path.GetDirectoryName(Path.GetFullPath(path))!, inputs, px, end);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            string trouble = failure is FileNotFoundException or DirectoryNotFoundException
                ? "it does not exist"
                : failure.Message.TrimEnd('.');
            throw new MemtiException(
                new Diagnostic(DiagnosticCode.FileUnreadable, $"network file '{shown}' cannot be read: {trouble}.")
                {
                    File = shown,
                    Value = shown,
                });
        }
    }

    private static MemtiException TooLong(string shown, long length)
    {
        string value = string.Create(CultureInfo.InvariantCulture, $"{length} bytes");
        const string Permitted = "at most 512 MiB";
        return new(
            new Diagnostic(NetworkCodes.NetworkTooLarge, $"the file has {value}; permitted: {Permitted}.")
            {
                File = shown,
                Value = value,
                Permitted = Permitted,
            });
    }
}
