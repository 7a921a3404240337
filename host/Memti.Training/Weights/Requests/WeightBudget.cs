using Memti.Documents.Nodes;

namespace Memti.Training.Weights.Requests;

/// <summary>Limits for the weights and the simulated deployment. Null means no limit.</summary>
/// <param name="Name">Name, for messages.</param>
/// <param name="Place">Place in the request, or in the project that it was made from.</param>
public sealed record WeightBudget(string Name, SourceLocation Place)
{
    /// <summary>The task of the accuracy limit. Default: null, for every task.</summary>
    public string? Task { get; init; }

    /// <summary>Least accuracy in the memories after retraining, for the lower end of its confidence interval; 0 to 1.</summary>
    public double? MinimumAccuracy { get; init; }

    /// <summary>Confidence of that two-sided interval, 0.5 to 0.9999.</summary>
    public required double Confidence { get; init; }

    /// <summary>Greatest energy of the whole system per frame in mJ.</summary>
    public double? MaximumEnergyPerFrameMj { get; init; }

    /// <summary>Greatest area of the on-chip weight memories in mm².</summary>
    public double? MaximumAreaMm2 { get; init; }

    /// <summary>Shortest time to the wear-out of a memory in years.</summary>
    public double? MinimumLifetimeYears { get; init; }
}
