using System.Globalization;
using System.Text;

namespace Memti.Runs.Debugging.Machines;

/// <summary>Text for the console of a debugger: numbers with four significant digits, columns under their titles.</summary>
internal static class MonitorText
{
    private const double PicosecondsPerSecond = 1e12;

    /// <summary>A quantity.</summary>
    public static string Number(double value)
    {
        if (value == 0)
            return "0";
        int exponent = (int)Math.Floor(Math.Log10(Math.Abs(value)));
        return exponent is < -6 or > 8
            ? value.ToString("0.###e+0", CultureInfo.InvariantCulture)
            : Math.Round(value, Math.Clamp(3 - exponent, 0, 9)).ToString("0.#########", CultureInfo.InvariantCulture);
    }

    /// <summary>A count with its thousands apart.</summary>
    public static string Count(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A moment or a duration in seconds, exact to the picosecond.</summary>
    public static string Seconds(Int128 picoseconds)
    {
        (Int128 whole, Int128 rest) = Int128.DivRem(picoseconds, (Int128)PicosecondsPerSecond);
        string digits = rest.ToString("D12", CultureInfo.InvariantCulture).TrimEnd('0');
        return whole.ToString(CultureInfo.InvariantCulture) + (digits.Length == 0 ? "" : "." + digits);
    }

    /// <summary>Rows of cells, the first row their titles. The first column is aligned left, the others right.</summary>
    public static string Table(params IReadOnlyList<string[]> rows)
    {
        int columns = rows[0].Length;
        int[] widths = [.. Enumerable.Range(0, columns).Select(column => rows.Max(row => row[column].Length))];
        var text = new StringBuilder();
        foreach (string[] row in rows)
        {
            text.Append(row[0].PadRight(widths[0]));
            for (int column = 1; column < columns; column++)
                text.Append("  ").Append(row[column].PadLeft(widths[column]));
            text.Append('\n');
        }

        return text.ToString();
    }
}
