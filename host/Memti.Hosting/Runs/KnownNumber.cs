using Memti.Abstractions;
using Memti.Scenarios;

namespace Memti.Hosting;

/// <summary>A number of some components that is not the scenario's own: it comes from the calibration, or is a plugin's default.</summary>
/// <param name="Kind">The kind that takes it.</param>
/// <param name="Key">The key of the kind.</param>
/// <param name="Value">As a file would say it.</param>
/// <param name="Status">How well it is known.</param>
internal sealed record KnownNumber(string Kind, string Key, string Value, NumberStatus Status)
{
    /// <summary>Kind and key, as calibration files name the number.</summary>
    public string Name => $"{Kind}.{Key}";

    /// <summary>The results that it was chosen to give, such as <c>all-sram.max_fps</c>.</summary>
    public IReadOnlyList<string> FittedTo { get; init; } = [];

    /// <summary>Columns that are declared to rest on it.</summary>
    public IReadOnlyList<string> Moves { get; init; } = [];

    /// <summary>The numbers behind some designs: calibrated ones, and defaults that are no better than fitted. Each once, calibrated first.</summary>
    public static IReadOnlyList<KnownNumber> Of(IEnumerable<DesignScenario> designs)
    {
        ComponentSpec[] components = [.. designs.SelectMany(Components)];
        IEnumerable<KnownNumber> calibrated = components.SelectMany(static component => component.Calibrated).Select(Calibrated);
        IEnumerable<KnownNumber> defaults = components.SelectMany(static component => component.Defaulted.Where(IsWeak).Select(parameter => Default(component, parameter)));
        return [.. calibrated.Concat(defaults).DistinctBy(static number => number.Name)];
    }

    /// <summary>True when a design takes the number.</summary>
    public bool IsOf(DesignScenario design) => Components(design).Any(component =>
        component.Kind == Kind
        && (component.Calibrated.Any(entry => entry.Key == Key) || component.Defaulted.Any(parameter => parameter.Key == Key)));

    private static IEnumerable<ComponentSpec> Components(DesignScenario design) =>
        [design.Network, design.Accelerator, design.Firmware, .. design.Memories.Select(static memory => memory.Component)];

    private static bool IsWeak(ParameterDescriptor parameter) => parameter.Status is NumberStatus.Fitted or NumberStatus.Assumed;

    private static KnownNumber Calibrated(CalibrationEntry entry) =>
        new(entry.Kind, entry.Key, entry.Value, entry.Status) { FittedTo = entry.FittedTo, Moves = entry.Moves };

    private static KnownNumber Default(ComponentSpec component, ParameterDescriptor parameter) =>
        new(component.Kind, parameter.Key, parameter.Default, parameter.Status);
}
