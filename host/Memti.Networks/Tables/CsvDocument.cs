using System.Globalization;
using Memti.Abstractions.Models;
using Memti.Documents.Codes;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;
using Memti.Networks.Codes;
using Memti.Networks.Layers;

namespace Memti.Networks.Tables;

/// <summary>
/// A layer table in CSV: a head with the names of the fields, then a record for each layer. The network is named like its file.
/// </summary>
internal sealed class CsvDocument
{
    private readonly CsvReader _reader;
    private readonly string _file;
    private readonly FindingList _findings;
    private readonly SourceLocation _start;

    private CsvDocument(string text, string file, FindingList findings) =>
        (_reader, _file, _findings, _start) = (new CsvReader(text), file, findings, new SourceLocation(file, 1, 1, ""));

    public static (string Name, IReadOnlyList<Layer> Layers)? Read(SourceFile source, string file, FindingList findings)
    {
        CsvDocument document = new(source.Text, file, findings);
        if (document.ReadHead() is not { } head || document.ReadRecords(head) is not { } records)
            return null;
        LayerTableReader reader = new(findings);
        SequenceNode rows = new(document._start with { Key = LayerKeys.Layers.Name }, records);
        return reader.Takes(rows, records.Count) ? (Path.GetFileNameWithoutExtension(file), reader.Read(records, LayerKeys.OfRow)) : null;
    }

    /// <summary>The names of the columns; null, with findings, when they cannot be used.</summary>
    private IReadOnlyList<CsvField>? ReadHead()
    {
        if (_reader.Next() is not { } head)
        {
            if (_reader.Trouble is null)
                _findings.Add(DocumentCodes.ScenarioEmpty, _start, "the file is empty.");
            else
                Refuse();
            return null;
        }

        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (CsvField field in head)
            CheckName(field, names);
        foreach (DocumentKey key in LayerKeys.All.Where(key => key.Required is not null && !names.Contains(key.Name)))
            RefuseWithout(key, _start with { Line = head[0].Line, Key = key.Name });
        return _findings.HasErrors ? null : head;
    }

    private void RefuseWithout(DocumentKey key, SourceLocation place) => _findings.Add(
        DocumentCodes.MissingKey, place, $"column '{key.Name}' is missing; permitted: {key.Permitted}.", permitted: key.Permitted);

    private void CheckName(CsvField field, HashSet<string> names)
    {
        SourceLocation place = new(_file, field.Line, field.Column, field.Text);
        if (!LayerKeys.OfRow.Names.Contains(field.Text))
            _findings.UnknownKey(new MappingEntry(field.Text, place, new ScalarNode(place, "", plain: true)), LayerKeys.OfRow.Names);
        else if (!names.Add(field.Text))
            _findings.Add(DocumentCodes.DuplicateKey, place, $"column '{field.Text}' is there twice; permitted: once.", field.Text, "once");
    }

    private List<Node>? ReadRecords(IReadOnlyList<CsvField> head)
    {
        List<Node> records = [];
        while (_reader.Next() is { } record)
            if (record.Count != head.Count)
                RefuseCount(record, head.Count);
            else if (records.Count <= NetworkLimits.Layers)
                records.Add(Row(head, record, records.Count));
        if (_reader.Trouble is not null)
            Refuse();
        return _findings.HasErrors ? null : records;
    }

    private MappingNode Row(IReadOnlyList<CsvField> head, IReadOnlyList<CsvField> record, int index)
    {
        string key = SequenceNode.ItemKey(LayerKeys.Layers.Name, index);
        return new MappingNode(
            new SourceLocation(_file, record[0].Line, 1, key), [.. head.Zip(record, (name, field) => Entry(key, name.Text, field))]);
    }

    private MappingEntry Entry(string row, string name, CsvField field)
    {
        SourceLocation place = new(_file, field.Line, field.Column, $"{row}.{name}");
        return new MappingEntry(name, place, new ScalarNode(place, field.Text, plain: true));
    }

    private void RefuseCount(IReadOnlyList<CsvField> record, int count)
    {
        string value = string.Create(CultureInfo.InvariantCulture, $"{record.Count} fields");
        string permitted = string.Create(CultureInfo.InvariantCulture, $"{count} fields, as in the head");
        _findings.Add(
            NetworkCodes.NetworkSyntax,
            _start with { Line = record[0].Line },
            $"not well-formed CSV: the record has {value}; permitted: {permitted}.",
            value,
            permitted);
    }

    private void Refuse() =>
        _findings.Add(
            NetworkCodes.NetworkSyntax,
            new SourceLocation(_file, _reader.Line, _reader.Column, ""),
            $"not well-formed CSV: {_reader.Trouble}.");
}
