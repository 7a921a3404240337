using Memti.Documents.Numbers;
using Memti.Runs.Reports;

namespace Memti.Host.Rendering;

/// <summary>What supplies did; a column for each design that has one.</summary>
internal static class SupplyTable
{
    public static string Render(RunReport report)
    {
        DesignReport[] designs = [.. report.Designs.Where(static design => design.Supply is not null)];
        var table = new TextTable(["", .. designs.Select(static design => design.Name)]);
        foreach (string part in designs.SelectMany(static design => design.Supply!.Parts.Keys).Distinct())
            Row(part, supply => supply.Parts.TryGetValue(part, out string? what) ? what : "-");
        Row("on / off, V", static supply => $"{QuantityText.Number(supply.OnV)} / {QuantityText.Number(supply.OffV)}");
        Row("availability", static supply => QuantityText.Percent(supply.Availability));
        Row("first frame, s", static supply => QuantityText.Number(supply.FirstFrameS));
        Row("cold starts", static supply => QuantityText.Count(supply.ColdStarts));
        Row("brown-outs", static supply => QuantityText.Count(supply.BrownOuts));
        Row("warnings", static supply => QuantityText.Count(supply.Warnings));
        Row("frames cut", static supply => QuantityText.Count(supply.FramesCut));
        Row("frames without power", static supply => QuantityText.Count(supply.FramesInDark));
        if (Array.Exists(designs, static design => design.Supply!.Inferences is not null))
            Row("inferences", static supply => supply.Inferences is { } count ? QuantityText.Count(count) : "-");
        Row("torn writes", static supply => QuantityText.Count(supply.TornWrites));
        Row("harvested, J", static supply => QuantityText.Number(supply.HarvestedJ));
        Row("converted, J", static supply => QuantityText.Number(supply.ConvertedJ));
        Row("refused by a full storage, J", static supply => QuantityText.Number(supply.RefusedJ));
        Row("lost, J", static supply => QuantityText.Number(supply.LostJ));
        Row("of that in the storage, J", static supply => QuantityText.Number(supply.StorageLossJ));
        Row("quiescent, J", static supply => QuantityText.Number(supply.QuiescentJ));
        Row("delivered, J", static supply => QuantityText.Number(supply.DeliveredJ));
        Row("stored at the start, J", static supply => QuantityText.Number(supply.StartJ));
        Row("left, J", static supply => QuantityText.Number(supply.LeftJ));
        Row("voltage at the end, V", static supply => QuantityText.Number(supply.EndV));
        Row("life, days", static supply => supply.LifeDays is null ? "for ever" : QuantityText.Number(supply.LifeDays));
        return table.ToString();

        void Row(string title, Func<SupplySummary, string> value) => table.Add([title, .. designs.Select(design => value(design.Supply!))]);
    }
}
