using Memti.Documents.Numbers;
using Memti.Runs.Reports;

namespace Memti.Host.Rendering;

/// <summary>What processors did, and how their firmware compares with a policy; a column for each design that a processor runs.</summary>
internal static class ProcessorTable
{
    public static string Render(RunReport report)
    {
        DesignReport[] designs = [.. report.Designs.Where(static design => design.Core is not null)];
        var table = new TextTable(["", .. designs.Select(static design => design.Name)]);
        Row("processor", static core => core.Processor);
        Row("clock, MHz", static core => QuantityText.Number(core.ClockMhz));
        Row("instructions per frame", static core => QuantityText.Number(core.InstructionsPerFrame));
        Row("active", static core => QuantityText.Percent(core.ActiveShare));
        Row("stalled", static core => QuantityText.Percent(core.StalledShare));
        Row("sleeping", static core => QuantityText.Percent(core.SleepingShare));
        Row("driver time, ms", static core => QuantityText.Number(core.DriverMs));
        Row("core, uJ", static core => QuantityText.Number(core.CoreUj));
        Row("its memory accesses, uJ", static core => QuantityText.Number(core.AccessesUj));
        Row($"{designs[0].Core!.Policy}, uJ", static core => QuantityText.Number(core.PolicyUj));
        Row($"firmware against {designs[0].Core!.Policy}, uJ", static core => QuantityText.Number(core.MoreUj));
        Row($"busy time against {designs[0].Core!.Policy}, ms", static core => QuantityText.Number(core.MoreBusyMs));
        return table.ToString();

        void Row(string title, Func<CoreSummary, string> value) => table.Add([title, .. designs.Select(design => value(design.Core!))]);
    }
}
