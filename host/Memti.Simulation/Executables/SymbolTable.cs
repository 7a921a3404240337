using System.Globalization;

namespace Memti.Simulation.Executables;

/// <summary>The functions of an executable, found by address.</summary>
public sealed class SymbolTable
{
    private readonly Symbol[] _symbols;

    /// <summary>Creates a table.</summary>
    /// <param name="symbols">The functions in any order. Of several at one address the first counts.</param>
    public SymbolTable(IEnumerable<Symbol> symbols) =>
        _symbols = [.. symbols.DistinctBy(static symbol => symbol.Address).OrderBy(static symbol => symbol.Address)];

    /// <summary>A table without functions.</summary>
    public static SymbolTable Empty { get; } = new([]);

    /// <summary>Finds the function that contains an address.</summary>
    /// <param name="address">Any address.</param>
    /// <returns>The function; null outside all of them.</returns>
    public Symbol? Find(ulong address)
    {
        (int low, int high) = (0, _symbols.Length - 1);
        while (low <= high)
        {
            int middle = (low + high) / 2;
            (low, high) = _symbols[middle].Address <= address ? (middle + 1, high) : (low, middle - 1);
        }

        return high >= 0 && address - _symbols[high].Address < _symbols[high].Bytes ? _symbols[high] : null;
    }

    /// <summary>An address for people: in hexadecimal, with function and offset where they are known.</summary>
    public string Describe(ulong address) => Find(address) is { } symbol
        ? string.Create(CultureInfo.InvariantCulture, $"0x{address:x8} ({symbol.Name}{Offset(address - symbol.Address)})")
        : string.Create(CultureInfo.InvariantCulture, $"0x{address:x8}");

    private static string Offset(ulong bytes) => bytes == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"+0x{bytes:x}");
}
