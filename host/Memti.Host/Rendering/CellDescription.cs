using System.Globalization;
using System.Text;
using Memti.Abstractions.Cells;
using Memti.Arrays.Cells;
using Memti.Documents.Numbers;

namespace Memti.Host.Rendering;

/// <summary>Prints a cell file, number by number.</summary>
internal static class CellDescription
{
    public static string Of(CellFile file)
    {
        var text = new StringBuilder();
        MemoryCell cell = file.Cell;
        text.Append(CultureInfo.InvariantCulture, $"{cell.Name}: {CellWords.Of(cell.Kind)} cell of {file.File}\n");
        if (cell.Description.Length > 0)
            text.Append(CultureInfo.InvariantCulture, $"{cell.Description}\n");
        if (file.Offers is { } kind)
            text.Append(CultureInfo.InvariantCulture, $"default cell of memory kind {kind}\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"access device: {CellWords.Of(cell.Access)}; read by {CellWords.Of(cell.ReadMode)}{Pulses(cell)}\n");
        foreach (CellNumber number in cell.Numbers.Concat(cell.Fluctuation?.Numbers ?? []))
            text.Append(Text(number));
        foreach (LevelTable table in cell.Levels)
            text.Append(Text(table));
        return text.ToString();
    }

    private static string Pulses(MemoryCell cell) => cell is { Set: { } set, Reset: { } reset }
        ? $"; set by {CellWords.Of(set.Mode)}, reset by {CellWords.Of(reset.Mode)}"
        : "";

    private static string Text(CellNumber number)
    {
        CellKey? key = CellKeys.Find(number.Key);
        string unit = key is null || key.Unit.Length == 0 ? "" : $" [{key.Unit}]";
        return $"\n  {number.Key}{unit}: {Number(number.Value)}\n      {key?.Description}\n      {StatusWord.Of(number.Status)}; "
            + $"{number.Source}\n";
    }

    private static string Text(LevelTable table) =>
        $"\n  levels of {Number(table.BitsPerCell)} bit\n"
        + $"      means  {List(table.Means)}\n      sigmas {List(table.Sigmas)}\n      {StatusWord.Of(table.Status)}; {table.Source}\n";

    private static string List(IEnumerable<double> numbers) => string.Join(' ', numbers.Select(Number));

    private static string Number(double number) =>
        number.ToString("0.#########", CultureInfo.InvariantCulture) is var text && text != "0" && number < 1e15
        ? text
        : number.ToString("R", CultureInfo.InvariantCulture);
}
