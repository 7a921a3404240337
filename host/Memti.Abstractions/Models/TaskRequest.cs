namespace Memti.Abstractions.Models;

/// <summary>A task as the scenario asks for it.</summary>
/// <param name="Name">The task's name.</param>
/// <param name="Classes">Number of classes, at least 2; null when the model shall know it from the name.</param>
public sealed record TaskRequest(string Name, int? Classes = null);
