using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Memti.Abstractions.Cells;
using Memti.Arrays.Cells;
using Memti.Documents.Files;
using Memti.Documents.Nodes;
using Memti.Documents.Numbers;

namespace Memti.Host.Rendering;

/// <summary>Lists cells, one per line.</summary>
internal static class CellList
{
    public static string Table(IEnumerable<CellFile> cells)
    {
        TextTable table =
            new TextTable(
                "cell",
                "kind",
                "offers",
                "area F²",
                "access",
                "bits",
                "levels",
                "endurance",
                "retention",
                "weakest number",
                "file").LeftAlign(1, 2, 4, 9, 10);
        foreach (CellFile file in cells)
            table.Add(
                file.Cell.Name,
                CellWords.Of(file.Cell.Kind),
                file.Offers ?? "-",
                QuantityText.Number(file.Cell.AreaF2),
                CellWords.Of(file.Cell.Access),
                Text(file.Cell.MaximumBitsPerCell),
                Levels(file.Cell),
                QuantityText.Number(file.Cell.EnduranceCycles),
                QuantityText.Lifetime(file.Cell.RetentionSeconds / (8766 * 3600)),
                StatusWord.Of(file.Cell.Status),
                file.File);
        return table.ToString();
    }

    public static string Csv(IEnumerable<CellFile> cells)
    {
        var text =
            new StringBuilder(
                "cell,kind,offers,area_f2,access,max_bits_per_cell,levels_bits,endurance_cycles,retention_s,status,sha256,file\r\n");
        foreach (CellFile file in cells)
            text.AppendJoin(
                ',',
                file.Cell.Name,
                CellWords.Of(file.Cell.Kind),
                file.Offers,
                Number(file.Cell.AreaF2),
                CellWords.Of(file.Cell.Access),
                Text(file.Cell.MaximumBitsPerCell),
                Levels(file.Cell),
                Number(file.Cell.EnduranceCycles),
                Number(file.Cell.RetentionSeconds),
                StatusWord.Of(file.Cell.Status),
                file.Sha256,
                CsvText.Quote(file.File)).Append("\r\n");
        return text.ToString();
    }

    /// <summary>All numbers of the cells as JSON, version 1.</summary>
    public static string Json(IEnumerable<CellFile> cells)
    {
        JsonObject root = new() { ["memti_cells"] = 1, ["cells"] = new JsonArray([.. cells.Select(Node)]) };
        return JsonText.Of(root);
    }

    private static JsonObject Node(CellFile file)
    {
        JsonObject numbers = [];
        foreach (CellNumber number in file.Cell.Numbers.Concat(file.Cell.Fluctuation?.Numbers ?? []))
            numbers[number.Key] = new JsonObject
            {
                ["value"] = number.Value,
                ["status"] = StatusWord.Of(number.Status),
                ["source"] = number.Source
            };
        return new JsonObject
        {
            ["name"] = file.Cell.Name,
            ["kind"] = CellWords.Of(file.Cell.Kind),
            ["offers"] = file.Offers,
            ["description"] = file.Cell.Description,
            ["access"] = CellWords.Of(file.Cell.Access),
            ["max_bits_per_cell"] = file.Cell.MaximumBitsPerCell,
            ["levels_bits"] = new JsonArray([.. file.Cell.Levels.Select(static table => (JsonNode)table.BitsPerCell)]),
            ["status"] = StatusWord.Of(file.Cell.Status),
            ["numbers"] = numbers,
            ["file"] = file.File,
            ["sha256"] = file.Sha256,
        };
    }

    private static string Levels(MemoryCell cell) =>
        cell.Levels.Count == 0 ? "-" : string.Join('+', cell.Levels.Select(static table => Text(table.BitsPerCell)));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Number(double? number) => number?.ToString("R", CultureInfo.InvariantCulture) ?? "";
}
