using Memti.Documents.Numbers;
using Memti.Runs.Sweeps.Results;

namespace Memti.Pages.Studies;

/// <summary>Names and numbers of a study for eyes.</summary>
internal static class StudyText
{
    /// <summary>Title of an axis with its unit.</summary>
    public static string Of(SweepAxis axis) => axis.Unit.Length == 0 ? axis.Name : $"{axis.Name}, {axis.Unit}";

    /// <summary>Title of a metric with its unit.</summary>
    public static string Of(SweepMetric metric) => metric.Title.Replace("mm2", "mm²", StringComparison.Ordinal);

    /// <summary>A number, or a dash where there is none.</summary>
    public static string Number(double value) => double.IsNaN(value) ? "–" : QuantityText.Number(value);

    /// <summary>Where a design crosses the first one.</summary>
    public static string Of(SweepTable table, Crossing crossing) =>
        table.Said(crossing, table.Designs[crossing.Design]) + table.OthersAt(crossing);
}
