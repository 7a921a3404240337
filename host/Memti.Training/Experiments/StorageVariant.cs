using Memti.Scenarios;

namespace Memti.Training;

/// <summary>A way to store the weights.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Model">The model with the bits that the variant stores.</param>
/// <param name="Storage">The memories.</param>
public sealed record StorageVariant(string Name, ComponentSpec Model, WeightStorage Storage);
