using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;
using Memti.Networks.Codes;
using Memti.Networks.Layers;

namespace Memti.Networks.Tables;

/// <summary>Reads the layers of a document and checks what must hold in each and between neighbours.</summary>
internal sealed class LayerTableReader(FindingList findings)
{
    /// <summary>The layers that are sound, in the order of the table.</summary>
    /// <param name="items">The rows.</param>
    /// <param name="known">The keys that a row may hold.</param>
    /// <param name="isChained">False for a table whose inputs need not be outputs of earlier rows.</param>
    public IReadOnlyList<Layer> Read(IReadOnlyList<Node> items, KeySection known, bool isChained = true)
    {
        List<(LayerRow Row, Section Place)> rows = [];
        foreach (Node item in items)
            if (!findings.IsFull && Section.Of(item, findings) is { } section && ReadRow(section, known) is { } row)
                rows.Add((row, section));
        if (rows.Count != items.Count)
            return [];
        if (isChained)
            new ChainCheck(findings).Check(rows);
        return [.. new SharedWeights(findings).Resolve(rows).Select(LayerAssembly.Assemble)];
    }

    /// <summary>True when a table has layers, and no more than are taken.</summary>
    public bool Takes(Node place, int count)
    {
        if (count is > 0 and <= NetworkLimits.Layers)
            return true;
        if (count == 0 && findings.HasErrors)
            return false; // rows that could not be read have been told of already
        string permitted = string.Create(CultureInfo.InvariantCulture, $"1 to {NetworkLimits.Layers} layers");
        string value = string.Create(CultureInfo.InvariantCulture, $"{count} layers");
        findings.Add(
            count == 0 ? DiagnosticCode.ValueOutOfRange : NetworkCodes.NetworkTooLarge,
            place.Place,
            $"the network has {value}; permitted: {permitted}.",
            value,
            permitted);
        return false;
    }

    /// <summary>Reads one row; null, with findings, when it cannot be used.</summary>
    /// <param name="section">The row.</param>
    /// <param name="known">The keys that it may hold.</param>
    /// <param name="isDilated">True for a filter with gaps, whose output may be smaller than that of one without.</param>
    public LayerRow? ReadRow(Section section, KeySection known, bool isDilated = false)
    {
        known.RefuseOthers(section);
        if (new LayerRowReader(section, findings).Read() is not { } read)
            return null;
        LayerRow row = read with { MayCrop = isDilated };
        RowError[] faults = [.. LayerRules.Check(row)];
        foreach (RowError fault in faults)
            Report(section, row, fault);
        return faults.Length == 0 ? row : null;
    }

    private void Report(Section section, LayerRow row, RowError fault)
    {
        SourceLocation place = fault.Key.Length == 0
            ? section.Node.Place
            : section.Find(fault.Key)?.Place ?? section.Node.Place.Below(fault.Key);
        findings.Add(
            fault.Code,
            place,
            $"layer '{row.Name}': '{place.Key}' is {fault.Value}; permitted: {fault.Permitted}.",
            fault.Value,
            fault.Permitted);
    }
}
