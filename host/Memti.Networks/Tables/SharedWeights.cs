using System.Globalization;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;
using Memti.Networks.Codes;
using Memti.Networks.Layers;

namespace Memti.Networks.Tables;

/// <summary>Finds the layers that a table names in <c>weights_of</c>; what is wrong becomes a finding.</summary>
internal sealed class SharedWeights(FindingList findings)
{
    /// <summary>The rows, each with the index of the layer that stores its weights.</summary>
    /// <param name="rows">All rows of the table.</param>
    public IReadOnlyList<LayerRow> Resolve(IReadOnlyList<(LayerRow Row, Section Place)> rows)
    {
        List<LayerRow> resolved = [];
        Dictionary<string, List<int>> byName = new(StringComparer.Ordinal);
        foreach ((LayerRow row, Section place) in rows)
        {
            resolved.Add(row with { WeightsOf = Owner(row, place, resolved, byName) });
            if (!byName.TryGetValue(row.Name, out List<int>? named))
                byName[row.Name] = named = [];
            named.Add(resolved.Count - 1);
        }

        return resolved;
    }

    /// <summary>The layer that is named, or the one that stores that one's weights.</summary>
    private int? Owner(LayerRow row, Section place, List<LayerRow> before, Dictionary<string, List<int>> byName)
    {
        if (LayerKeys.WeightsOf.Read(place) is not { } name)
            return null;
        SourceLocation where = LayerKeys.WeightsOf.Find(place)!.Place;
        if (!byName.TryGetValue(name, out List<int>? named))
        {
            findings.UnknownWord(NetworkCodes.UnknownWeights, where, name, "no layer before it has that name", [.. byName.Keys]);
            return null;
        }

        if (named.Count > 1)
        {
            const string Permitted = "the name of one layer";
            string value = string.Create(CultureInfo.InvariantCulture, $"{name}, the name of {named.Count} layers before it");
            findings.Add(
                NetworkCodes.UnknownWeights,
                where,
                $"layer '{row.Name}': '{where.Key}' is {value}; permitted: {Permitted}.",
                name,
                Permitted);
            return null;
        }

        if (LayerRules.CanShare(before[named[0]], row) is { } permitted)
        {
            findings.Add(
                NetworkCodes.NetworkShape, where, $"layer '{row.Name}': '{where.Key}' is {name}; permitted: {permitted}.", name, permitted);
            return null;
        }

        return before[named[0]].WeightsOf ?? named[0];
    }
}
