namespace Memti.Runs.Reports;

/// <summary>A design under another reading of the rules.</summary>
/// <param name="Variant">Name in the scenario.</param>
/// <param name="Description">What differs.</param>
/// <param name="Figures">The figures under it.</param>
/// <param name="OperatingPoint">The workload under it.</param>
public sealed record VariantRow(string Variant, string Description, DesignFigures Figures, OperatingPoint OperatingPoint);
