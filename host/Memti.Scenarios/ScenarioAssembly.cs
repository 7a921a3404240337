using Memti.Documents.Nodes;
using Memti.Documents.Parameters;
using Memti.Scenarios.Calibrations;
using Memti.Scenarios.Designs;
using Memti.Scenarios.Keys;
using Memti.Scenarios.Kinds;
using Memti.Scenarios.Overrides;
using Memti.Scenarios.References;

namespace Memti.Scenarios;

/// <summary>Puts a scenario together: the file, then its designs, then <c>--set</c>, then its variants.</summary>
/// <param name="kinds">The kinds that it may name.</param>
/// <param name="findings">Takes what is wrong.</param>
/// <param name="known">Designs and calibrations that were read before; null to read all anew, with variants.</param>
internal sealed class ScenarioAssembly(KindSchemas kinds, FindingList findings, KnownDesigns? known = null)
{
    private const string Extension = ".memti.yaml";

    /// <summary>The scenario as far as it could be read; what is wrong becomes a finding.</summary>
    public ScenarioSet? Assemble(SourceFile source, string file, IReadOnlyList<string> overrides) =>
        ReadDocument(source, file, findings) is { } written ? Assemble(written, source, file, overrides) : null;

    /// <summary>The root mapping of a file; null, with findings, when it has none.</summary>
    public static MappingNode? ReadDocument(SourceFile source, string file, FindingList findings) =>
        YamlDocument.Read(source.Text, new DocumentOrigin(file), findings) is { } document ? Section.Of(document, findings)?.Node : null;

    /// <summary>The scenario of a root mapping that is read already.</summary>
    public ScenarioSet? Assemble(MappingNode written, SourceFile source, string file, IReadOnlyList<string> overrides)
    {
        IReadOnlyList<SetExpression> sets = SetExpression.ReadAll(overrides, findings);
        if (ReadRoot(written, sets) is not { } root)
            return null;
        string name = ScenarioKeys.Name.Read(root) ?? NameOf(file);
        Calibration? calibration = ReadCalibration(root, file);
        IReadOnlyList<NamedOverride> designs = ReadOverrides(root, ScenarioKeys.Designs);
        IReadOnlyList<NamedOverride> variants = ReadOverrides(root, ScenarioKeys.Variants);
        string description = ScenarioKeys.Description.Read(root) ?? "";
        if (ScenarioKeys.Designs.Find(root) is { } list && designs.Count == 0 && !findings.HasErrors)
            findings.OutOfRange(list, "at least one design");
        if (ScenarioKeys.Designs.Find(root) is null)
            designs = [new NamedOverride(name, description, root.Node.Place, new MappingNode(root.Node.Place, []))];
        MappingNode[] forDesigns = [.. sets.Where(static set => !set.ForDocument).Select(static set => set.Root)];
        DesignAssembly assembly = new(new DesignReader(kinds, calibration, findings), findings, root.Node, forDesigns)
        {
            Known = known,
            Calibration = calibration?.Sha256 ?? "",
        };
        return new ScenarioSet
        {
            Name = name,
            Description = description,
            File = file,
            Seed = ScenarioKeys.Seed.Read(root),
            Sha256 = source.Sha256,
            Overrides = overrides,
            Designs = assembly.Assemble(designs, variants),
            References = ReadReferences(root, designs),
            Calibration = calibration,
        };
    }

    private static string NameOf(string file)
    {
        string name = Path.GetFileName(file);
        return name.EndsWith(Extension, StringComparison.Ordinal) ? name[..^Extension.Length] : Path.GetFileNameWithoutExtension(name);
    }

    private Section? ReadRoot(MappingNode written, IReadOnlyList<SetExpression> sets)
    {
        MappingNode root = sets.Where(static set => set.ForDocument).Aggregate(
            written, static (node, set) => Overlay.Set(node, set.Root));
        Section section = new(root, findings);
        if (!VersionedDocument.IsOfThisVersion(section, ScenarioKeys.Version))
            return null;
        ScenarioKeys.Root.RefuseOthers(section);
        return section;
    }

    private Calibration? ReadCalibration(Section root, string file)
    {
        if (ScenarioKeys.Calibration.Find(root) is not { } named || ScenarioKeys.Calibration.Read(root) is not { } path)
            return null;
        string full = Path.Combine(Path.GetDirectoryName(file) ?? "", path);
        return known is null
            ? new CalibrationReader(kinds, findings).Read(full, named)
            : known.Read(full, findings, () => new CalibrationReader(kinds, findings).Read(full, named));
    }

    private IReadOnlyList<NamedOverride> ReadOverrides(Section root, DocumentKey<Section?> key)
    {
        if (key.Read(root) is not { } section)
            return [];
        List<NamedOverride> overrides = [.. section.Node.Entries
            .Select(entry => ReadOverride(entry, section.Node))
            .OfType<NamedOverride>()];
        if (overrides.Count > ScenarioKeys.MostOverrides)
            findings.OutOfRange(section.Node, "1 to 64 of them");
        return [.. overrides.Take(ScenarioKeys.MostOverrides)];
    }

    private NamedOverride? ReadOverride(MappingEntry entry, MappingNode all)
    {
        if (entry.Value is ScalarNode { IsNull: true } empty)
            return ReadEmptyOverride(entry, empty, all);
        if (!ItemName.Check(entry.Key, entry.Place, findings) || Section.Of(entry.Value, findings) is not { } section)
            return null;
        ScenarioKeys.OfOverride.RefuseOthers(section);
        return new NamedOverride(entry.Key, ScenarioKeys.Description.Read(section) ?? "", section.Node.Place, section.Node);
    }

    private NamedOverride? ReadEmptyOverride(MappingEntry entry, ScalarNode empty, MappingNode all)
    {
        if (empty.Removes)
            return null;
        if (empty.Place.File != SetExpression.File)
            return ItemName.Check(entry.Key, entry.Place, findings)
                ? new NamedOverride(entry.Key, "", entry.Place, new MappingNode(entry.Place, []))
                : null;
        findings.UnknownItem(
            entry,
            "there is nothing of that name to remove",
            [.. all.Entries.Where(other => other != entry).Select(static other => other.Key)]);
        return null;
    }

    private ReferenceFigures ReadReferences(Section root, IReadOnlyList<NamedOverride> designs)
    {
        IReadOnlyList<string> removed =
            (ScenarioKeys.Designs.Find(root) as MappingNode)?.Entries.Select(static entry => entry.Key).ToList() ?? [];
        return new ReferencesReader([.. designs.Select(static design => design.Name).Union(removed)], findings).Read(
            ScenarioKeys.References.Read(root));
    }
}
