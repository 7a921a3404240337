using Memti.Arrays.Organisations;

namespace Memti.Arrays.Search;

/// <summary>A table of mats with one array per figure, so that a search can load vectors of mats.</summary>
internal sealed class MatTable
{
    /// <summary>Mats for which the arrays have room at first. Moves speed alone.</summary>
    private const int FirstCapacity = 256;
    private const int FigureCount = 8;

    private readonly List<MatKey> _recipes = [];
    private double[][] _figures = [.. Enumerable.Range(0, FigureCount).Select(static _ => new double[FirstCapacity])];

    /// <summary>Mats in the table.</summary>
    public int Count => _recipes.Count;

    /// <summary>Heights in m.</summary>
    public ReadOnlySpan<double> Heights => Column(0);

    /// <summary>Widths in m.</summary>
    public ReadOnlySpan<double> Widths => Column(1);

    /// <summary>Times of a read in s.</summary>
    public ReadOnlySpan<double> Reads => Column(2);

    /// <summary>Times of a write in s.</summary>
    public ReadOnlySpan<double> Writes => Column(3);

    /// <summary>Energies of a read in J.</summary>
    public ReadOnlySpan<double> ReadEnergies => Column(4);

    /// <summary>Energies of a write in J.</summary>
    public ReadOnlySpan<double> WriteEnergies => Column(5);

    /// <summary>Leakages in W.</summary>
    public ReadOnlySpan<double> Leakages => Column(6);

    /// <summary>The recipe of a mat.</summary>
    public MatKey RecipeOf(int mat) => _recipes[mat];

    /// <summary>The figures of a mat.</summary>
    public MatFigures FiguresOf(int mat) => new(
        _figures[0][mat],
        _figures[1][mat],
        _figures[2][mat],
        _figures[3][mat],
        _figures[4][mat],
        _figures[5][mat],
        _figures[6][mat],
        _figures[7][mat]);

    /// <summary>Adds a mat.</summary>
    public void Add(in MatKey recipe, in MatFigures figures)
    {
        int mat = _recipes.Count;
        if (mat == _figures[0].Length)
            _figures = [.. _figures.Select(static column => Grown(column))];
        _recipes.Add(recipe);
        _figures[0][mat] = figures.Height;
        _figures[1][mat] = figures.Width;
        _figures[2][mat] = figures.Read;
        _figures[3][mat] = figures.Write;
        _figures[4][mat] = figures.ReadEnergy;
        _figures[5][mat] = figures.WriteEnergy;
        _figures[6][mat] = figures.Leakage;
        _figures[7][mat] = figures.BitlineOhms;
    }

    private static double[] Grown(double[] column)
    {
        Array.Resize(ref column, column.Length * 2);
        return column;
    }

    private ReadOnlySpan<double> Column(int figure) => _figures[figure].AsSpan(0, Count);
}
