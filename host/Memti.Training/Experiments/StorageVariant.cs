using Memti.Scenarios.Bindings;
using Memti.Training.Plans;

namespace Memti.Training.Experiments;

/// <summary>A way to store the weights.</summary>
/// <param name="Name">Name of the variant.</param>
/// <param name="Model">The model with the bits that the variant stores.</param>
/// <param name="Storage">The memories.</param>
public sealed record StorageVariant(string Name, ComponentSpec Model, WeightStorage Storage);
