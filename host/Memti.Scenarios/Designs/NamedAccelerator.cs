using Memti.Scenarios.Bindings;

namespace Memti.Scenarios.Designs;

/// <summary>An accelerator of a design beside the first one.</summary>
/// <param name="Name">Its name in the scenario.</param>
/// <param name="Component">Its kind with options.</param>
public sealed record NamedAccelerator(string Name, ComponentSpec Component);
