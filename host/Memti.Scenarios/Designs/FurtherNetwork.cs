using Memti.Abstractions.Models;
using Memti.Scenarios.Bindings;

namespace Memti.Scenarios.Designs;

/// <summary>A network of a design beside the first one.</summary>
/// <param name="Component">Its kind with options.</param>
/// <param name="Tasks">Its tasks, which follow those of the networks before it.</param>
public sealed record FurtherNetwork(ComponentSpec Component, IReadOnlyList<TaskRequest> Tasks);
