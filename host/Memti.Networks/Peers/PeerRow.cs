using System.Globalization;
using Memti.Documents.Nodes;
using Memti.Networks.Layers;

namespace Memti.Networks.Peers;

/// <summary>A layer of another program's table as a row of a layer table. Findings name the places of the other table.</summary>
/// <param name="place">Where the layer stands.</param>
internal sealed class PeerRow(SourceLocation place)
{
    private readonly Dictionary<string, MappingEntry> _entries = new(StringComparer.Ordinal);

    /// <summary>The row.</summary>
    public MappingNode Node => new(place, [.. _entries.Values]);

    /// <summary>Takes a value as it is written.</summary>
    /// <param name="key">Key of the layer table, such as <c>c</c>.</param>
    /// <param name="text">The value.</param>
    /// <param name="where">Where it stands, with the other program's name of it.</param>
    public void Take(string key, string text, SourceLocation where) =>
        _entries[key] = new MappingEntry(key, where, new ScalarNode(where, text, plain: true));

    /// <summary>Sets a value that follows from what is written. It stands where that stands.</summary>
    public void Set(string key, long value) => Set(key, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Sets a word that follows from what is written.</summary>
    public void Set(string key, string text) => Take(key, text, _entries.GetValueOrDefault(key)?.Place ?? place.Below(key));

    /// <summary>
    /// Sets the rows of a matrix product. One row is a fully connected layer; several are positions of a convolution with 1x1 filters,
    /// which all have the same weights. Rows beyond the largest extent become rows and columns.
    /// </summary>
    /// <param name="rows">Rows of the product, at least 1.</param>
    public void SetProduct(long rows)
    {
        Set("kind", rows == 1 ? "fc" : "conv");
        if (rows == 1)
            return;
        long width = Enumerable.Range(1, NetworkLimits.Extent)
            .FirstOrDefault(width => rows % width == 0 && rows / width <= NetworkLimits.Extent, 1);
        Set("h", rows / width);
        Set("w", width);
        Set("r", 1);
        Set("s", 1);
    }
}
