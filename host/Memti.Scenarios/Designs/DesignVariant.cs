namespace Memti.Scenarios.Designs;

/// <summary>A design with a variant laid over it.</summary>
/// <param name="Name">Name of the variant.</param>
/// <param name="Description">What the variant changes; empty when the file does not say.</param>
/// <param name="Scenario">The changed design; it keeps the design's name.</param>
public sealed record DesignVariant(string Name, string Description, DesignScenario Scenario);
