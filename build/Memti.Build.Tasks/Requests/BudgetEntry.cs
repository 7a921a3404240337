namespace Memti.Build.Tasks.Requests;

/// <summary>Limits from an item <c>MemtiBudget</c>; null for metadata that it does not set.</summary>
internal sealed record BudgetEntry
{
    public required string Name { get; init; }

    public string? Task { get; init; }

    public double? MinimumAccuracy { get; init; }

    public double? Confidence { get; init; }

    public double? MaximumEnergyPerFrameMj { get; init; }

    public double? MaximumAreaMm2 { get; init; }

    public double? MinimumLifetimeYears { get; init; }

    public required DiagnosticLocation Place { get; init; }
}
