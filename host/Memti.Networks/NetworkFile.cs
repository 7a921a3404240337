using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Documents.Files;
using Memti.Documents.Nodes;
using Memti.Networks.Codes;
using Memti.Networks.Inputs;
using Memti.Networks.Layers;
using Memti.Networks.Onnx;
using Memti.Networks.Peers;
using Memti.Networks.Tables;

namespace Memti.Networks;

/// <summary>
/// Reads networks from files: layer tables (<c>.yaml</c>, <c>.yml</c>, <c>.csv</c>, <c>.json</c>), those of SCALE-Sim and ZigZag among
/// them, and ONNX graphs (<c>.onnx</c>).
/// </summary>
public static class NetworkFile
{
    /// <summary>File extensions of networks.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [".csv", ".yaml", ".yml", ".json", ".onnx"];

    /// <summary>True for a path with the extension of a network file.</summary>
    public static bool IsNetwork(string path) => Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a network.</summary>
    /// <param name="path">The file to open.</param>
    /// <param name="shown">Name of the file in findings; null for <paramref name="path"/>.</param>
    /// <param name="inputs">What is said of the inputs of an ONNX graph; null for nothing.</param>
    /// <exception cref="MemtiException">The first error, with the number of further ones.</exception>
    public static NetworkTable Read(string path, string? shown = null, NetworkInputs? inputs = null)
    {
        NetworkResult result = Examine(path, shown, inputs);
        if (result.Table is { } table)
            return table with { Warnings = result.Findings };
        Diagnostic[] errors = [.. result.Findings.Where(static finding => finding.Severity == Severity.Error)];
        string more = errors.Length == 1
            ? ""
            : FormattableString.Invariant($" {errors.Length - 1} more: memti networks describe lists them.");
        throw new MemtiException(errors[0] with { Message = errors[0].Message + more });
    }

    /// <summary>Reads a network and reports all findings. Bad input yields findings, never an exception.</summary>
    /// <param name="path">The file to open.</param>
    /// <param name="shown">Name of the file in findings; null for <paramref name="path"/>.</param>
    /// <param name="inputs">What is said of the inputs of an ONNX graph; null for nothing.</param>
    public static NetworkResult Examine(string path, string? shown = null, NetworkInputs? inputs = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        string name = shown ?? path;
        if (inputs is { AreStated: true } && !IsOnnx(path) && IsNetwork(path))
            return new NetworkResult(null, [NoInputs(name)]);
        return Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".CSV" => LayerTableFile.Read(path, name, ReadCsv),
            ".YAML" or ".YML" => LayerTableFile.Read(path, name, ReadYaml),
            ".JSON" => LayerTableFile.Read(path, name, JsonTable.Read),
            ".ONNX" => OnnxFile.Read(path, name, inputs ?? NetworkInputs.None),
            _ => new NetworkResult(null, [Known(path, name) ?? UnknownKind(name)]),
        };
    }

    private static (string Name, IReadOnlyList<Layer> Layers)? ReadCsv(SourceFile source, string file, FindingList findings) =>
        ScaleSimTable.Recognises(source.Text)
            ? ScaleSimTable.Read(source, file, findings)
            : CsvDocument.Read(source, file, findings);

    private static (string Name, IReadOnlyList<Layer> Layers)? ReadYaml(SourceFile source, string file, FindingList findings) =>
        YamlTable.ReadDocument(source, file, findings) switch
        {
            null => null,
            Node document when ZigZagWorkload.Recognises(document) => ZigZagWorkload.Read(document, file, findings),
            Node document => TableDocument.Read(document, LayerKeys.OfDocument, LayerKeys.OfRow, findings),
        };

    private static Diagnostic? Known(string path, string file) =>
        SourceFile.Read(path, out _) is { } source && KnownFile.Of(source.Text) is { } known ? known.Refusal(file, "a network") : null;

    private static bool IsOnnx(string path) => Path.GetExtension(path).Equals(".onnx", StringComparison.OrdinalIgnoreCase);

    private static Diagnostic NoInputs(string file)
    {
        const string Permitted = "leave them out: the rows of a layer table state all sizes of one frame";
        return new Diagnostic(
            NetworkCodes.OnnxInput, $"'{file}' is a layer table, which takes no batch and no shapes of inputs; permitted: {Permitted}.")
        {
            File = file,
            Permitted = Permitted,
        };
    }

    private static Diagnostic UnknownKind(string file)
    {
        string permitted = string.Join(", ", Extensions);
        return new Diagnostic(
            NetworkCodes.UnknownNetwork,
            $"network file '{file}' ends in none of the known ways; permitted: {permitted}.")
        {
            File = file,
            Value = file,
            Permitted = permitted
        };
    }
}
