using Memti.Abstractions.Parameters;
using Memti.Documents.Parameters;

namespace Memti.Arrays.Cells;

/// <summary>The keys that say how well numbers are known and where they come from.</summary>
/// <param name="whose">Which numbers.</param>
internal sealed class CellOrigin(string whose)
{
    /// <summary>How well they are known.</summary>
    public DocumentKey<NumberStatus?> Status { get; } = new("status", $"Status of {whose}");

    /// <summary>Where they come from.</summary>
    public DocumentKey<string?> Source { get; } = new("source", $"Source of {whose}: a name of `sources`, or a text");
}
