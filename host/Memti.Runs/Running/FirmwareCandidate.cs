using Memti.Abstractions.Firmware;
using Memti.Abstractions.Plugins;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;
using Memti.Plugins.Catalog;
using Memti.Plugins.Registry;
using Memti.Runs.Planning;
using Memti.Scenarios.Bindings;
using Memti.Scenarios.Designs;

namespace Memti.Runs.Running;

/// <summary>A firmware that a design could have.</summary>
/// <param name="Component">Its kind with its options.</param>
/// <param name="Options">Its options that are not at their default, as a file would say them.</param>
internal sealed record FirmwareCandidate(ComponentSpec Component, IReadOnlyDictionary<string, string> Options)
{
    /// <summary>Its kind.</summary>
    public string Kind => Component.Kind;

    /// <summary>The firmware that a design has.</summary>
    public static FirmwareCandidate Of(DesignScenario design) => new(design.Firmware, Differing(design.Firmware.Options));

    /// <summary>A policy of the host with its options at their default.</summary>
    public static FirmwareCandidate Of(PluginCatalog catalog, string policy)
    {
        object options = OptionsSchema.Create(catalog.Firmware[policy].OptionsType).NewOptions();
        return new(ComponentOf(policy, options), Differing(options));
    }

    /// <summary>
    /// What may be tried: the host's policies with every combination of their switches, other options at their default, and each managed
    /// firmware that a design of the run has. Kinds that no design names are left out: they are code that the user did not ask to run.
    /// Executables and <c>registers</c> are left out: they decide as a policy does, and their hardware is that of their own design.
    /// </summary>
    public static IReadOnlyList<FirmwareCandidate> Of(PluginCatalog catalog, IEnumerable<DesignScenario> designs)
    {
        bool streams = designs.Any(static design => design.Workload.Streams.Count > 0);
        IEnumerable<FirmwareCandidate> host = catalog.Firmware.Values
            .Where(static kind => kind.PluginId == BuiltInFirmware.Id && kind.Kind != BuiltInFirmware.Registers)
            .Where(kind => !FirmwareWords.IsForStreams(kind.Kind) || (streams && kind.Kind != FirmwareWords.Xrbench))
            .SelectMany(Of);
        IEnumerable<FirmwareCandidate> own = designs
            .Where(static design => design.Elf is null && design.Firmware.Kind != BuiltInFirmware.Registers)
            .Select(Of);
        return [.. host.Concat(own).DistinctBy(static candidate => candidate.ToString())];
    }

    private static IEnumerable<FirmwareCandidate> Of(Registration<IFirmware> kind) => Combinations(kind.OptionsType)
        .Select(options => new FirmwareCandidate(ComponentOf(kind.Kind, options), Differing(options)));

    private static ComponentSpec ComponentOf(string kind, object options) => new()
    {
        Category = PluginContract.Firmware,
        Kind = kind,
        Options = options,
        Place = new SourceLocation(null, 0, 0, ""),
    };

    /// <summary>Options with every switch off and on.</summary>
    private static List<object> Combinations(Type optionsType)
    {
        OptionsSchema schema = OptionsSchema.Create(optionsType);
        ParameterDescriptor[] switches = [.. schema.Parameters.Where(static parameter => parameter.ClrType == typeof(bool))];
        List<object> combinations = [];
        for (int choice = 0; choice < 1 << switches.Length; choice++)
        {
            object options = schema.NewOptions();
            for (int index = 0; index < switches.Length; index++)
                switches[index].Set(options, (choice >> index & 1) == 1);
            combinations.Add(options);
        }

        return combinations;
    }

    private static Dictionary<string, string> Differing(object options) => OptionsSchema.Create(options.GetType()).Parameters
        .Where(parameter => parameter.Read(options) != parameter.Default)
        .ToDictionary(static parameter => parameter.Name, parameter => parameter.Read(options));

    /// <inheritdoc />
    public override string ToString() => string.Join(", ", [Kind, .. Options.Select(static option => $"{option.Key}: {option.Value}")]);
}
