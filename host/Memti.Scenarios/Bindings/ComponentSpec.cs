using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Parameters;
using Memti.Abstractions.Plugins;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;
using Memti.Scenarios.Calibrations;
using Memti.Scenarios.Kinds;

namespace Memti.Scenarios.Bindings;

/// <summary>A kind with its options filled in.</summary>
public sealed record ComponentSpec
{
    /// <summary>What the kind is.</summary>
    public required PluginContract Category { get; init; }

    /// <summary>The word that the scenario uses.</summary>
    public required string Kind { get; init; }

    /// <summary>An instance of the kind's options class: explicit keys over the calibration over the class's defaults.</summary>
    public required object Options { get; init; }

    /// <summary>Where the component stands, for findings that come later.</summary>
    public required SourceLocation Place { get; init; }

    /// <summary>The calibration values that the options took, in the order of the keys.</summary>
    public IReadOnlyList<CalibrationEntry> Calibrated { get; init; } = [];

    /// <summary>The parameters that neither the scenario nor the calibration gives: they have the default of the options class.</summary>
    public IReadOnlyList<ParameterDescriptor> Defaulted { get; init; } = [];

    /// <summary>
    /// Kind and given values as written, and the scenario's folder, which relative paths among the values start from: components of equal
    /// content are equal.
    /// </summary>
    public string Content { get; init; } = "";

    /// <summary>The files that its options name.</summary>
    public IEnumerable<ScenarioFile> Files => Bound.Select(static given => given.Value).OfType<ScenarioFile>();

    internal OptionsSchema? Schema { get; init; }

    /// <summary>Where the host calls the plugin.</summary>
    internal KindSchemas? Kinds { get; init; }

    /// <summary>What was given to the options, in the order in which it was.</summary>
    internal IReadOnlyList<BoundValue> Bound { get; init; } = [];

    /// <summary>The parameter of a key; null when the kind has none of it.</summary>
    public ParameterDescriptor? Parameter(string key) => Schema?.Find(key);

    /// <summary>
    /// True when a key has its value from the calibration, in which it is a number of some kind, or from the component's own options
    /// class; false when the scenario gives it.
    /// </summary>
    public bool Takes(string kind, string key) =>
        Calibrated.Any(entry => entry.Kind == kind && entry.Key == key)
            || (Kind == kind && Defaulted.Any(parameter => parameter.Name == key));

    /// <summary>The component with another value of one key; null when the key does not take it.</summary>
    /// <param name="key">A key of the kind.</param>
    /// <param name="text">The value as a file would say it.</param>
    /// <exception cref="MemtiException">The plugin did not return in time.</exception>
    public ComponentSpec? With(string key, string text)
    {
        FindingList findings = new(Place.File);
        if (Parameter(key) is not { } parameter
            || !parameter.TryRead(new ScalarNode(Place.Below(key), text, plain: true), FolderOf(Place), findings, out object? value))
            return null;
        BoundValue[] bound = [.. Bound.Where(other => other.Parameter.Name != key), new BoundValue(parameter, value, text)];
        List<(BoundValue Value, string? Why)> refused = [];
        object options = BoundOptions.Of(Kinds!, Category, Kind, Schema!, bound, refused);
        if (refused.Count > 0)
            return null;
        return this with { Options = options, Bound = bound, Content = ContentOf(Kind, Place, bound) };
    }

    /// <summary>The folder in which relative names of files start: that of the scenario.</summary>
    internal static string FolderOf(SourceLocation component) => Path.GetDirectoryName(component.File) ?? "";

    internal static string ContentOf(string kind, SourceLocation place, IEnumerable<BoundValue> bound)
    {
        IEnumerable<string> values = bound.Select(static given => $"{given.Parameter.Name}={given.Text}");
        return string.Join('\n', [kind, FolderOf(place), .. values.Order(StringComparer.Ordinal)]);
    }
}

/// <summary>A value that options were given.</summary>
/// <param name="Parameter">The key.</param>
/// <param name="Value">The value, of the property's type.</param>
/// <param name="Text">The value as it was written.</param>
internal sealed record BoundValue(ParameterDescriptor Parameter, object? Value, string Text);
