using System.Globalization;
using Memti.Abstractions.Models;
using Memti.Documents.Nodes;
using Memti.Networks.Codes;
using Memti.Networks.Layers;
using Memti.Networks.Tables;

namespace Memti.Networks.Peers;

/// <summary>
/// A topology of SCALE-Sim: a header, then a row for each layer, as convolutions without padding or as matrix products. SCALE-Sim reads
/// columns by their place, and so does this reader; commas behind a row and columns behind the strides are passed over.
/// </summary>
/// <remarks>
/// scalesim-project/scale-sim-v2, <c>scalesim/topology_utils.py</c>: <c>load_arrays_conv</c> and <c>load_arrays_gemm</c>.
/// </remarks>
internal sealed class ScaleSimTable
{
    // M rows of pictures, N kernels, K channels.
    private static readonly string[] ProductKeys = ["h", "k", "c"];

    private const int SecondStride = 8;

    /// <summary>Keys of a convolution by SCALE-Sim's columns.</summary>
    private static readonly string[] Convolution = ["layer", "h", "w", "r", "s", "c", "k", "stride_v", "stride_h"];

    private const string OfConvolution =
        "a name and seven numbers: height and width of the input, height and width of the filter, channels, filters, stride";

    private readonly string _file;
    private readonly FindingList _findings;
    private readonly CsvField[] _head;

    private ScaleSimTable(string file, FindingList findings, CsvField[] head) => (_file, _findings, _head) = (file, findings, head);

    /// <summary>True for a text whose header is that of a topology.</summary>
    public static bool Recognises(string text) =>
        Records(text).FirstOrDefault() is { } head && (IsConvolutions(head) || IsProducts(head));

    /// <summary>The network, named like its file; null, with findings, when a row cannot be used.</summary>
    public static (string Name, IReadOnlyList<Layer> Layers)? Read(SourceFile source, string file, FindingList findings)
    {
        CsvField[][] records = [.. Records(source.Text).Take(NetworkLimits.Layers + 2)];
        LayerTableReader reader = new(findings);
        SourceLocation start = new(file, records[0][0].Line, 1, LayerKeys.Layers.Name);
        if (!reader.Takes(new SequenceNode(start, []), records.Length - 1))
            return null;
        ScaleSimTable table = new(file, findings, records[0]);
        Func<CsvField[], int, Node?> read = IsConvolutions(records[0]) ? table.ReadConvolution : table.ReadProduct;
        Node[] rows = [.. records.Skip(1).Select(read).OfType<Node>()];
        // Padding is part of the inputs, so an input need not be the output of the row before.
        return findings.HasErrors
            ? null
            : (Path.GetFileNameWithoutExtension(file), reader.Read(rows, LayerKeys.OfRow, isChained: false));
    }

    private static bool IsConvolutions(CsvField[] head) =>
        head.Any(static field => field.Text.StartsWith("ifmap", StringComparison.OrdinalIgnoreCase))
        || (Has(head, "filter height") && Has(head, "filter width"));

    private static bool IsProducts(CsvField[] head) => Has(head, "m") && Has(head, "n") && Has(head, "k") && !Has(head, "kind");

    private static bool Has(CsvField[] head, string name) => Column(head, name) >= 0;

    private static int Column(CsvField[] head, string name) =>
        Array.FindIndex(head, field => field.Text.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Rows with something in them. A line that begins with # is a comment.</summary>
    private static IEnumerable<CsvField[]> Records(string text)
    {
        int number = 0;
        foreach (string line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (!line.AsSpan().TrimStart().StartsWith("#") && line.Any(static letter => letter is not (',' or ' ' or '\t')))
                yield return Fields(line, number);
        }
    }

    private static CsvField[] Fields(string line, int number)
    {
        List<CsvField> fields = [];
        int start = 0;
        foreach (string part in line.Split(','))
        {
            fields.Add(new CsvField(part.Trim().Trim('"').Trim(), number, start + part.Length - part.TrimStart().Length + 1));
            start += part.Length + 1;
        }

        return [.. fields];
    }

    private MappingNode? ReadConvolution(CsvField[] record, int index)
    {
        if (record.Length < SecondStride)
            return Refuse(record, index, OfConvolution);
        PeerRow row = new(Place(record[0], index));
        int[] numbers = new int[Convolution.Length];
        for (int column = 0; column < Convolution.Length; column++)
        {
            int source = column == SecondStride && !HasSecondStride(record) ? column - 1 : column;
            CsvField field = record[source];
            row.Take(Convolution[column], field.Text, Place(field, index, Title(source)));
            numbers[column] = Number(field.Text);
        }

        row.Set("kind", "conv");
        if (numbers.Skip(1).All(static number => number > 0))
            SetShape(row, record[0].Text, numbers);
        return row.Node;
    }

    private static void SetShape(PeerRow row, string name, int[] numbers)
    {
        (int height, int width, int filterHeight, int filterWidth) = (numbers[1], numbers[2], numbers[3], numbers[4]);
        (int channels, int filters) = (numbers[5], numbers[6]);
        if (IsDepthwise(name, filters))
        {
            row.Set("groups", channels);
            row.Set("k", (long)channels * filters);
        }
        else if (height == filterHeight && width == filterWidth)
        {
            row.Set("kind", "fc");
        }

        if (height >= filterHeight && width >= filterWidth)
        {
            row.Set("p", Output(height, filterHeight, numbers[7]));
            row.Set("q", Output(width, filterWidth, numbers[8]));
        }
    }

    // SCALE-Sim's rule, ceil((input - filter) / stride) + 1. A last filter that would lie beyond the input does not run.
    private static long Output(long input, long filter, long stride) =>
        Math.Min(((input - filter + stride - 1) / stride) + 1, ((input + filter - 2) / stride) + 1);

    // SCALE-Sim runs a layer with DP in its name once for each channel. Published tables also have such layers with one filter.
    private static bool IsDepthwise(string name, int filters) =>
        name.Contains("DP", StringComparison.Ordinal) || (filters == 1 && name.Contains("depthwise", StringComparison.OrdinalIgnoreCase));

    // Version 1 has one stride. Forks have other columns in its place.
    private bool HasSecondStride(CsvField[] record) =>
        record.Length > SecondStride
        && Number(record[SecondStride].Text) > 0
        && (Title(SecondStride).Length == 0 || Title(SecondStride).Contains("stride", StringComparison.OrdinalIgnoreCase));

    private MappingNode? ReadProduct(CsvField[] record, int index)
    {
        int[] columns = [Column(_head, "m"), Column(_head, "n"), Column(_head, "k")];
        if (record.Length <= columns.Max())
            return Refuse(record, index, "a name and three numbers: M, N and K");
        PeerRow row = new(Place(record[0], index));
        row.Take("layer", record[0].Text, Place(record[0], index, Title(0)));
        foreach ((string key, int column) in ProductKeys.Zip(columns))
            row.Take(key, record[column].Text, Place(record[column], index, Title(column)));
        int rows = Number(record[columns[0]].Text);
        row.SetProduct(Math.Max(rows, 1));
        return row.Node;
    }

    private SourceLocation Place(CsvField field, int index, string title = "")
    {
        string key = SequenceNode.ItemKey(LayerKeys.Layers.Name, index);
        return new SourceLocation(_file, field.Line, title.Length == 0 ? 1 : field.Column, title.Length == 0 ? key : $"{key}.{title}");
    }

    private string Title(int column) => column < _head.Length ? _head[column].Text : "";

    /// <summary>A whole number; 0 for something else, of which the table's own reader tells.</summary>
    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;

    private MappingNode? Refuse(CsvField[] record, int index, string permitted)
    {
        string value = string.Create(CultureInfo.InvariantCulture, $"{record.Length} fields");
        _findings.Add(
            NetworkCodes.NetworkSyntax,
            Place(record[0], index),
            $"the row of '{record[0].Text}' has {value}; permitted: {permitted}.",
            value,
            permitted);
        return null;
    }
}
