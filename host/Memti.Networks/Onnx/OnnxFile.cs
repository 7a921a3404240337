using System.Globalization;
using System.Security.Cryptography;
using Google.Protobuf;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;
using Memti.Networks.Codes;
using Memti.Networks.Inputs;
using Memti.Networks.Layers;
using Memti.Networks.Onnx.Wire;

namespace Memti.Networks.Onnx;

/// <summary>Reads an ONNX file: the wire format, then the graph. Stops at the first error.</summary>
internal static class OnnxFile
{
    public static NetworkResult Read(string path, string file, NetworkInputs inputs)
    {
        try
        {
            if (PipeFile.IsEmptyOrPipe(path))
                return Read(Stream.Null, file, inputs);
            using FileStream stream = File.OpenRead(path);
            return Read(stream, file, inputs);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            string trouble = failure is FileNotFoundException or DirectoryNotFoundException
                ? "it does not exist"
                : failure.Message.TrimEnd('.');
            return Refused(
                file, new Diagnostic(DiagnosticCode.FileUnreadable, $"network file '{file}' cannot be read: {trouble}.") { Value = file });
        }
    }

    /// <summary>Reads a model from a seekable stream at its start.</summary>
    public static NetworkResult Read(Stream stream, string file, NetworkInputs inputs)
    {
        if (stream.Length > NetworkLimits.OnnxBytes)
            return Refused(file, TooLong(stream.Length));
        string sha256 = Convert.ToHexStringLower(SHA256.HashData(stream));
        stream.Position = 0;
        OnnxWire wire = new(stream);
        try
        {
            GraphReading reading = GraphWalk.Read(OnnxModelReader.Read(wire), inputs);
            NetworkTable table = new(Path.GetFileNameWithoutExtension(file), [.. reading.Rows.Select(LayerAssembly.Assemble)])
            {
                File = file,
                Sha256 = sha256
            };
            return new NetworkResult(table, [.. reading.Findings.Select(finding => finding with { File = file })]);
        }
        catch (InvalidProtocolBufferException error)
        {
            return Refused(file, wire.Unreadable(error.Message.ReplaceLineEndings(" ").TrimEnd('.')).Diagnostic);
        }
        catch (MemtiException error)
        {
            return Refused(file, error.Diagnostic);
        }
    }

    private static NetworkResult Refused(string file, Diagnostic finding) => new(null, [finding with { File = file }]);

    private static Diagnostic TooLong(long length)
    {
        string value = string.Create(CultureInfo.InvariantCulture, $"{length} bytes");
        const string Permitted = "at most 512 MiB; weights can be kept in a file of their own (external data), which is not read";
        return new Diagnostic(NetworkCodes.NetworkTooLarge, $"the file has {value}; permitted: {Permitted}.")
        {
            Value = value,
            Permitted = Permitted
        };
    }
}
