using Memti.Abstractions.Arrays;
using Memti.Abstractions.Cells;
using Memti.Plugins.Catalog;

namespace Memti.Training.Faults;

/// <summary>The host's arrays and cells, and a list of the cells that a memory asks for.</summary>
/// <param name="catalog">The loaded plugins and cells.</param>
internal sealed class AskedCells(PluginCatalog catalog) : IArraySolver
{
    private readonly List<string> _sha256 = [];

    /// <summary>SHA-256 of the files of the cells, each once, in the order of the questions.</summary>
    public IReadOnlyList<string> Sha256 => _sha256;

    /// <inheritdoc />
    public ArrayFigures Solve(ArrayRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Cell(request.Cell);
        return catalog.Arrays.Solve(request);
    }

    /// <inheritdoc />
    public MemoryCell Cell(string name)
    {
        string sha256 = catalog.Cells.File(name).Sha256;
        if (!_sha256.Contains(sha256))
            _sha256.Add(sha256);
        return catalog.Arrays.Cell(name);
    }
}
