using Memti.Documents.Nodes;
using Memti.Scenarios.Keys;
using Memti.Scenarios.Overrides;

namespace Memti.Scenarios.Designs;

/// <summary>Lays designs, <c>--set</c> expressions and variants over the document, in this order.</summary>
/// <param name="reader">Reads a design.</param>
/// <param name="findings">Takes what is wrong.</param>
/// <param name="document">The document.</param>
/// <param name="sets">What <c>--set</c> lays over every design.</param>
internal sealed class DesignAssembly(DesignReader reader, FindingList findings, MappingNode document, IReadOnlyList<MappingNode> sets)
{
    private readonly MappingNode _base = SectionsOf(document);

    /// <summary>Designs that were read before, which are then read without their variants; null to read all anew.</summary>
    public KnownDesigns? Known { get; init; }

    /// <summary>SHA-256 of the calibration; empty for none.</summary>
    public string Calibration { get; init; } = "";

    public IReadOnlyList<DesignScenario> Assemble(IReadOnlyList<NamedOverride> designs, IReadOnlyList<NamedOverride> variants) =>
        [.. designs.Select(design => Assemble(design, variants)).OfType<DesignScenario>()];

    private static MappingNode SectionsOf(MappingNode mapping) =>
        new(mapping.Place, [.. mapping.Entries.Where(static entry => !ScenarioKeys.OfDocument(entry.Key))]);

    private DesignScenario? Assemble(NamedOverride design, IReadOnlyList<NamedOverride> variants)
    {
        if (findings.IsFull)
            return null;
        MappingNode changed = sets.Aggregate(Overlay.Design(_base, SectionsOf(design.Changes)), Overlay.Set);
        if (Known is not null)
            return Known.Read(
                new DesignWords(design.Name, Calibration, changed),
                findings,
                () => reader.Read(design.Name, design.Description, design.Place, changed));
        DesignScenario? scenario = reader.Read(design.Name, design.Description, design.Place, changed);
        List<DesignVariant> read = [.. variants.Select(variant => Assemble(design, changed, variant)).OfType<DesignVariant>()];
        return scenario is null ? null : scenario with { Variants = read };
    }

    private DesignVariant? Assemble(NamedOverride design, MappingNode below, NamedOverride variant)
    {
        if (findings.IsFull)
            return null;
        MappingNode changed = Overlay.Design(below, SectionsOf(variant.Changes));
        DesignScenario? scenario = reader.Read(design.Name, design.Description, design.Place, changed);
        return scenario is null ? null : new DesignVariant(variant.Name, variant.Description, scenario);
    }
}
