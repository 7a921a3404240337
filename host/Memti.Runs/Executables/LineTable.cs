namespace Memti.Runs.Executables;

/// <summary>Source lines of instructions, as the compiler has written them down for debuggers.</summary>
internal sealed class LineTable
{
    private readonly (ulong Address, string? Line)[] _rows;

    /// <param name="rows">Addresses with file and line, in any order. A null line ends what is known.</param>
    public LineTable(IEnumerable<(ulong Address, string? Line)> rows) =>
        _rows = [.. rows.OrderBy(static row => row.Address).ThenBy(static row => row.Line is not null)];

    /// <summary>File and line of an instruction, such as <c>store.c:41</c>; null where nothing is known.</summary>
    public string? Find(ulong address)
    {
        (int low, int high) = (0, _rows.Length - 1);
        while (low <= high)
        {
            int middle = (low + high) / 2;
            (low, high) = _rows[middle].Address <= address ? (middle + 1, high) : (low, middle - 1);
        }

        return high >= 0 ? _rows[high].Line : null;
    }
}
