using Memti.Documents.Nodes;

namespace Memti.Training.Weights.Requests;

/// <summary>What the weights and the simulated deployment must keep to. A limit that is null is none.</summary>
/// <param name="Name">Name, for messages.</param>
/// <param name="Place">Where the request, or the project behind it, says so.</param>
public sealed record WeightBudget(string Name, SourceLocation Place)
{
    /// <summary>The task whose accuracy is meant; null for every task.</summary>
    public string? Task { get; init; }

    /// <summary>Least accuracy in the memories of the scenario, after retraining: the lower end of its confidence interval; 0 to 1.</summary>
    public double? MinimumAccuracy { get; init; }

    /// <summary>Confidence of that two-sided interval, 0.5 to 0.9999.</summary>
    public required double Confidence { get; init; }

    /// <summary>Most energy of the whole system for a frame, in mJ.</summary>
    public double? MaximumEnergyPerFrameMj { get; init; }

    /// <summary>Largest area of the memories on the chip that hold weights, in mm2.</summary>
    public double? MaximumAreaMm2 { get; init; }

    /// <summary>Shortest time until a memory wears out, in years.</summary>
    public double? MinimumLifetimeYears { get; init; }
}
