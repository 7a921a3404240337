using Memti.Abstractions;

namespace Memti.Scenarios;

/// <summary>A cell with the file that it was read from.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="File">The file, as the user named it.</param>
/// <param name="Sha256">SHA-256 of the file, in lower case hexadecimal digits.</param>
public sealed record CellFile(MemoryCell Cell, string File, string Sha256)
{
    /// <summary>How files of cells end.</summary>
    public const string Extension = ".memcell.yaml";

    /// <summary>The memory kind whose default cell this is, and which scenarios may name though no plugin's class offers it; null for none.</summary>
    public string? Offers { get; init; }
}
