namespace Memti.Abstractions.Models;

/// <summary>A visual task that the scenario requests.</summary>
/// <param name="Name">Name of the task.</param>
/// <param name="Classes">Number of classes, at least 2; null when the model derives it from the name.</param>
public sealed record TaskRequest(string Name, int? Classes = null);
