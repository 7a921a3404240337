using System.Globalization;
using System.Text.Json.Nodes;
using Memti.Documents.Numbers;
using Memti.WeightImages.Differences;
using Memti.WeightImages.Layouts;

namespace Memti.Host.Rendering.Images;

/// <summary>Prints the writes of a task switch.</summary>
internal static class ImageDiffText
{
    public static string Table(RegionImage from, RegionImage to, ImageDiff diff)
    {
        var tensors = new TextTable("tensor", "cells", "cells changed", "share", "values changed");
        foreach (TensorDiff tensor in diff.Tensors)
            tensors.Add(
                tensor.Name,
                QuantityText.Count(tensor.Cells),
                QuantityText.Count(tensor.CellsChanged),
                Share(tensor.CellsChanged, tensor.Cells),
                QuantityText.Count(tensor.ValuesChanged));
        tensors.Add("all", QuantityText.Count(diff.Cells), QuantityText.Count(diff.CellsChanged), Share(diff.CellsChanged, diff.Cells), "");
        var levels = new TextTable("from level", "to level", "cells");
        foreach (LevelChange change in diff.Levels)
            levels.Add(
                change.From.ToString(CultureInfo.InvariantCulture),
                change.To.ToString(CultureInfo.InvariantCulture),
                QuantityText.Count(change.Cells));
        return $"{from.Name} -> {to.Name}: {QuantityText.Count(diff.BitsChanged)} bits in {QuantityText.Count(diff.BytesChanged)} "
            + $"bytes change\n{tensors}{(diff.Levels.Count > 0 ? levels : "")}";
    }

    public static JsonObject Json(RegionImage from, RegionImage to, ImageDiff diff) => new()
    {
        ["memti_image_diff"] = 1,
        ["region"] = from.Region,
        ["from"] = from.Task,
        ["to"] = to.Task,
        ["cells"] = diff.Cells,
        ["cells_changed"] = diff.CellsChanged,
        ["bits_changed"] = diff.BitsChanged,
        ["bytes_changed"] = diff.BytesChanged,
        ["tensors"] = new JsonArray(
            [.. diff.Tensors.Select(
                static tensor =>
                    new JsonObject {
                        ["name"] = tensor.Name,
                        ["cells"] = tensor.Cells,
                        ["cells_changed"] = tensor.CellsChanged,
                        ["values_changed"] = tensor.ValuesChanged
                    })]),
        ["levels"] = new JsonArray(
            [.. diff.Levels.Select(
                static change => new JsonObject { ["from"] = change.From, ["to"] = change.To, ["cells"] = change.Cells })]),
    };

    private static string Share(long part, long whole) => whole == 0 ? "-" : QuantityText.Percent((double)part / whole);
}
