using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;
using Memti.Networks.Codes;
using Memti.Networks.Layers;

namespace Memti.Networks.Tables;

/// <summary>
/// What must hold between layers. Tables list branches one after the other and leave joins out, so a layer need not follow the one before
/// it; but a layer that shares its input has the input of the one before it, and an input has the rows and columns of something that came
/// before.
/// </summary>
internal sealed class ChainCheck(FindingList findings)
{
    public void Check(IReadOnlyList<(LayerRow Row, Section Place)> rows)
    {
        HashSet<(int Height, int Width)> extents = [(1, 1)];
        for (int index = 0; index < rows.Count; index++)
        {
            (LayerRow row, Section place) = rows[index];
            if (row.SharesInput)
                CheckShared(index == 0 ? null : rows[index - 1].Row, row, place);
            if (index == 0)
                extents.Add((row.Height, row.Width));
            if (!extents.Contains((row.Height, row.Width)))
                Warn(row, place);
            extents.Add((row.Height, row.Width));
            extents.Add(Stored(row));
        }
    }

    private void CheckShared(LayerRow? before, LayerRow row, Section place)
    {
        if (before is not null && Input(before) == Input(row))
            return;
        string permitted = before is null
            ? "false: the first layer has none before it"
            : $"an input of {Shown(before)}, that of the layer before it, or false";
        SourceLocation where = LayerKeys.SharesInput.Find(place)!.Place;
        findings.Add(
            NetworkCodes.NetworkShape,
            where,
            $"layer '{row.Name}': '{where.Key}' is true for an input of {Shown(row)}; permitted: {permitted}.",
            "true",
            permitted);
    }

    private void Warn(LayerRow row, Section place)
    {
        string value = string.Create(CultureInfo.InvariantCulture, $"{row.Height}x{row.Width}");
        findings.Add(
            new Diagnostic(NetworkCodes.NetworkChain, $"layer '{row.Name}' has an input of {value} pixels, which no layer before it gives.")
            {
                Severity = Severity.Warning,
                File = place.Node.Place.File,
                Line = place.Node.Place.Line,
                Column = place.Node.Place.Column,
                Key = place.Node.Place.Key,
                Value = value,
                Permitted = "the rows and columns of an output that came before",
            });
    }

    private static (int Height, int Width) Stored(LayerRow row) =>
        (row.Pooling?.RowsOf(row.OutputHeight) ?? row.OutputHeight, row.Pooling?.ColumnsOf(row.OutputWidth) ?? row.OutputWidth);

    private static (int Channels, int Height, int Width) Input(LayerRow row) => (row.Channels, row.Height, row.Width);

    private static string Shown(LayerRow row) => string.Create(CultureInfo.InvariantCulture, $"{row.Channels}x{row.Height}x{row.Width}");
}
