using System.Globalization;
using Memti.Documents.Numbers;
using Memti.Documents.Words;
using Memti.WeightImages.Manifests;

namespace Memti.Host.Rendering.Images;

/// <summary>A manifest as printed tables: regions and weight images, tasks, task switches and cost.</summary>
internal static class ManifestTable
{
    public static string Render(WeightManifest manifest)
    {
        string head =
            $"{manifest.Model.Kind}, written by {manifest.Tool.Name} {manifest.Tool.Version}, seed {Text(manifest.Parameters.Seed)}\n"
                + EngineText.Of(manifest);
        string switches = manifest.TaskSwitches.Count == 0 ? "" : "Task switches\n" + Switches(manifest.TaskSwitches);
        return $"{head}Images\n{Images(manifest.Regions)}Tasks\n{Tasks(manifest.Tasks)}{switches}{Cost(manifest.Cost)}";
    }

    private static TextTable Images(IReadOnlyList<ManifestRegion> regions)
    {
        TextTable table =
            new TextTable("region", "task", "memory", "address", "layout", "bytes", "cells", "data bits", "check bits", "files").LeftAlign(
                1, 2, 3, 4, 9);
        foreach (ManifestRegion region in regions)
        {
            foreach (ManifestImage image in region.Images)
            {
                string files = string.Join(", ", image.Files.Select(static file => file.Format));
                table.Add(
                    region.Name,
                    image.Task ?? "all",
                    region.Memory,
                    $"0x{region.Address.ToString("X8", CultureInfo.InvariantCulture)}",
                    Layout(region.Layout),
                    QuantityText.Count(image.Bytes),
                    QuantityText.Count(image.Cells),
                    QuantityText.Count(image.DataBits),
                    QuantityText.Count(image.CheckBits),
                    files);
            }
        }

        return table;
    }

    private static string Layout(ManifestLayout layout)
    {
        string ecc = layout.Ecc is { } code ? $", {code.Code.ToString().ToLowerInvariant()}-{Text(code.DataBits)}" : "";
        return $"{layout.Packing.ToString().ToLowerInvariant()}, {Text(layout.WordBits)} bits "
            + $"{layout.ByteOrder.ToString().ToLowerInvariant()}, {(layout.BitOrder == BitOrder.LsbFirst ? "lsb" : "msb")} first{ecc}";
    }

    private static TextTable Tasks(IReadOnlyList<ManifestTask> tasks)
    {
        var table = new TextTable("task", "classes", "without faults", "with faults", "after retraining", "95 % interval");
        foreach (ManifestTask task in tasks)
            table.Add(
                task.Name,
                Text(task.Classes),
                Percent(task.FixedPoint),
                Percent(task.Before?.Mean),
                Percent(task.After?.Mean),
                task.After is { } after ? $"{Percent(after.Low)} to {Percent(after.High)}" : "-");
        return table;
    }

    private static TextTable Switches(IReadOnlyList<ManifestTaskSwitch> switches)
    {
        TextTable table = new TextTable("region", "from", "to", "cells", "cells changed", "bits changed").LeftAlign(1, 2);
        foreach (ManifestTaskSwitch one in switches)
            table.Add(
                one.Region,
                one.From,
                one.To,
                QuantityText.Count(one.Cells),
                QuantityText.Count(one.CellsChanged),
                QuantityText.Count(one.BitsChanged));
        return table;
    }

    private static string Cost(ManifestCost? cost) => cost is null
        ? ""
        : $"Simulated for design '{cost.Design}' over {QuantityText.Count(cost.Frames)} frames: "
            + $"{QuantityText.Number(cost.EnergyPerFrameMj)} mJ per frame, at most {QuantityText.Number(cost.MaxFps)} frames/s with "
            + $"{QuantityText.Number(cost.PowerAtMaxFpsMw)} mW, lifetime {QuantityText.Lifetime(cost.LifetimeYears)}\n";

    private static string Percent(double? share) => share is { } value ? QuantityText.Percent(value) : "-";

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
