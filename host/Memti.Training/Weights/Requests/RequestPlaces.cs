using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Codes;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;

namespace Memti.Training.Weights.Requests;

/// <summary>Places of a request's items, and values whose errors need a place.</summary>
internal sealed class RequestPlaces(FindingList findings)
{
    /// <summary>The place that an item states, such as that of an item in a project file; otherwise its own place in the request.</summary>
    public static SourceLocation Of(Section item)
    {
        if (RequestKeys.Place.Read(item) is not { } place)
            return item.Node.Place;
        return new SourceLocation(
            RequestKeys.File.Read(place) ?? item.Node.Place.File,
            RequestKeys.Line.Read(place),
            RequestKeys.Column.Read(place),
            item.Node.Place.Key);
    }

    /// <summary>An address: decimal, or hexadecimal after <c>0x</c>. 0 without one; null, with a finding, when it is not an
    /// address.</summary>
    public ulong? Address(Section item)
    {
        if (RequestKeys.Address.Find(item) is not { } node)
            return 0;
        string text = node is ScalarNode scalar ? scalar.Text.Replace("_", "", StringComparison.Ordinal) : "";
        bool isHex = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        if (ulong.TryParse(
            isHex ? text[2..] : text,
            isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None,
            CultureInfo.InvariantCulture,
            out ulong address))
            return address;
        SourceLocation place = Of(item);
        findings.Add(
            DiagnosticCode.ValueOutOfRange,
            place with { Key = node.Place.Key },
            $"'{node.Place.Key}' is {node.Shown}; permitted: an address such as 0x10000000.",
            node.Shown,
            "an address such as 0x10000000");
        return null;
    }

    /// <summary>Reports the second of two items with one name.</summary>
    public void RefuseTwice(IReadOnlyList<Section> items)
    {
        foreach (IGrouping<string?, Section> same in items.GroupBy(static item => (item.Find(RequestKeys.Name.Name) as ScalarNode)?.Text)
            .Where(static group => group.Key is not null))
            foreach (Section second in same.Skip(1))
                findings.Add(
                    DocumentCodes.DuplicateKey,
                    Of(second),
                    $"'{same.Key}' is there twice; permitted: each name once.",
                    same.Key,
                    "each name once");
    }
}
