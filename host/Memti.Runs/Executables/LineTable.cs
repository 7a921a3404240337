namespace Memti.Runs.Executables;

/// <summary>Source lines of instructions, as the compiler has written them down for debuggers.</summary>
internal sealed class LineTable
{
    private readonly (ulong Address, string? Line)[] _rows;

    private LineTable(IEnumerable<(ulong Address, string? Line)> rows) =>
        _rows = [.. rows.OrderBy(static row => row.Address).ThenBy(static row => row.Line is not null)];

    /// <summary>Reads the lines of an ELF file. A file without them, or with some that cannot be understood, has none.</summary>
    public static LineTable Read(string path)
    {
        try
        {
            byte[] file = File.ReadAllBytes(path);
            return new(DebugLines.Of(file));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or IndexOutOfRangeException
            or OverflowException)
        {
            return new([]);
        }
    }

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
