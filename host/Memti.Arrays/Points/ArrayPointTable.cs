using System.Globalization;
using Memti.Abstractions;

namespace Memti.Arrays;

/// <summary>The banks that ship with Memti, read from the table beside this file.</summary>
internal static class ArrayPointTable
{
    private static readonly Lazy<IReadOnlyList<ArrayPoint>> Shipped = new(Read);

    /// <summary>All points, in file order.</summary>
    public static IReadOnlyList<ArrayPoint> Points => Shipped.Value;

    private static IReadOnlyList<ArrayPoint> Read()
    {
        using Stream stream = typeof(ArrayPointTable).Assembly.GetManifestResourceStream("array-points.csv")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Where(static line => line.Length > 0 && line[0] != '#').Skip(1).Select(Parse)];
    }

    private static ArrayPoint Parse(string line)
    {
        string[] field = line.Split(',');
        return new ArrayPoint(
            field[0],
            int.Parse(field[1], CultureInfo.InvariantCulture),
            long.Parse(field[2], CultureInfo.InvariantCulture),
            int.Parse(field[3], CultureInfo.InvariantCulture),
            int.Parse(field[4], CultureInfo.InvariantCulture),
            Number(field[5]),
            Enum.Parse<ArrayTarget>(field[6]),
            Area.FromSquareMillimetres(Number(field[7])),
            SimTime.FromNanoseconds(Number(field[8])),
            field[9].Length == 0 ? null : SimTime.FromNanoseconds(Number(field[9])),
            Energy.FromPicojoules(Number(field[10])),
            field[11].Length == 0 ? null : Energy.FromPicojoules(Number(field[11])),
            Power.FromMilliwatts(Number(field[12])),
            Number(field[13]) * 1e9,
            field[14]);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
