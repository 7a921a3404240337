namespace Memti.Build.Tasks.Requests;

/// <summary>Limits that the build must keep, as the item <c>MemtiBudget</c> says; null where it says nothing.</summary>
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
