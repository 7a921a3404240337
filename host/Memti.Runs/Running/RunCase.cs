using Memti.Scenarios.Designs;

namespace Memti.Runs.Running;

/// <summary>One case of a run: a design to plan and simulate, as it stands or under a variant.</summary>
/// <param name="Design">The design with everything applied.</param>
/// <param name="Variant">The variant; null for the design as it stands.</param>
/// <param name="Seed">Seed of all random streams.</param>
internal sealed record RunCase(DesignScenario Design, DesignVariant? Variant, long Seed)
{
    /// <summary>The chosen designs, each followed by its variants.</summary>
    public static IReadOnlyList<RunCase> Of(IEnumerable<DesignScenario> designs, long seed) =>
        [.. designs.SelectMany(design => Of(design, seed))];

    private static IEnumerable<RunCase> Of(DesignScenario design, long seed) => design.Variants
        .Select(variant => new RunCase(variant.Scenario, variant, seed))
        .Prepend(new RunCase(design, Variant: null, seed));
}
