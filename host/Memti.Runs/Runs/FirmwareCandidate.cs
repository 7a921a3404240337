using Memti.Abstractions.Firmware;
using Memti.Documents.Parameters;
using Memti.Plugins.Loading;
using Memti.Scenarios.Components;
using Memti.Scenarios.Designs;

namespace Memti.Runs.Runs;

/// <summary>A firmware that a design could have.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Options">Its options that are not at their default, as a file would say them.</param>
/// <param name="Create">Makes one for a run.</param>
internal sealed record FirmwareCandidate(string Kind, IReadOnlyDictionary<string, string> Options, Func<IFirmware> Create)
{
    /// <summary>The firmware that a design has, for its name alone.</summary>
    public static FirmwareCandidate Own(DesignScenario design) =>
        Of(design.Firmware, static () => throw new InvalidOperationException("the design has run"));

    /// <summary>
    /// What may be tried: the host's firmware with every combination of its switches, other options at their default, and each firmware
    /// that a design of the run has. Kinds that no design names are left out: they are code that the user did not ask to run.
    /// </summary>
    public static IReadOnlyList<FirmwareCandidate> Of(PluginCatalog catalog, IEnumerable<DesignScenario> designs, CancellationToken stop)
    {
        var factory = new ComponentFactory(catalog, stop);
        IEnumerable<FirmwareCandidate> host = catalog.Firmware.Values
            .Where(static kind => kind.PluginId == BuiltInFirmware.Id)
            .SelectMany(Of);
        IEnumerable<FirmwareCandidate> used = designs.Select(design => Of(design.Firmware, () => factory.Firmware(design.Firmware)));
        return [.. host.Concat(used).DistinctBy(static candidate => candidate.ToString())];
    }

    private static IEnumerable<FirmwareCandidate> Of(Registration<IFirmware> kind) => Combinations(kind.OptionsType)
        .Select(options => new FirmwareCandidate(kind.Kind, Differing(options), () => kind.Create(options)));

    private static FirmwareCandidate Of(ComponentSpec firmware, Func<IFirmware> create) =>
        new(firmware.Kind, Differing(firmware.Options), create);

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
        .ToDictionary(static parameter => parameter.Key, parameter => parameter.Read(options));

    /// <inheritdoc />
    public override string ToString() => string.Join(", ", [Kind, .. Options.Select(static option => $"{option.Key}: {option.Value}")]);
}
