using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Plugins;
using Memti.Documents.Codes;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;
using Memti.Scenarios.Kinds;

namespace Memti.Scenarios.Bindings;

/// <summary>Components from texts, as a command line gives them, and back.</summary>
public static class ComponentText
{
    private const string KindKey = "kind";
    private const string Form = "key=value, such as bits_per_cell=3";

    /// <summary>Binds a kind with options; null, with findings, when it cannot be used.</summary>
    /// <param name="catalog">What the loaded plugins offer.</param>
    /// <param name="category">Where the kind is looked up.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="option">The option that gives the texts, such as <c>--memory-set</c>; findings name it, and the number of the text as
    /// the line.</param>
    /// <param name="texts">Options of the kind, each <c>key=value</c>; the last one wins.</param>
    /// <param name="findings">What is wrong.</param>
    public static ComponentSpec? Bind(
        IKindCatalog catalog,
        PluginContract category,
        string kind,
        string option,
        IReadOnlyList<string> texts,
        out IReadOnlyList<Diagnostic> findings)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(texts);
        var found = new FindingList(option);
        var root = new SourceLocation(option, 0, 0, "");
        MappingEntry[] options =
            [.. texts.Select((text, index) => Entry(text, root with { Line = index + 1, Column = 1 }, found)).OfType<MappingEntry>()];
        MappingEntry[] last = [.. options.GroupBy(static entry => entry.Key).Select(static entries => entries.Last())];
        var mapping = new MappingNode(
            root, [new MappingEntry(KindKey, root.Below(KindKey), new ScalarNode(root.Below(KindKey), kind, plain: true)), .. last]);
        ComponentSpec? component = new ComponentBinder(new KindSchemas(catalog), null, found).Bind(
            mapping, new ComponentType(category, KindKey));
        findings = found.InFileOrder();
        return found.HasErrors ? null : component;
    }

    /// <summary>The options of a component, defaults included, as <c>key=value; key=value</c> in the order of the keys.</summary>
    public static string Write(ComponentSpec component)
    {
        ArgumentNullException.ThrowIfNull(component);
        return Write(component.Options);
    }

    /// <summary>All parameters of an instance of an options class, as <c>key=value; key=value</c>.</summary>
    public static string Write(object options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return string.Join("; ", Values(options).Select(static option => $"{option.Key}={option.Value}"));
    }

    /// <summary>All parameters of an instance of an options class with their values as text, in the order of the keys.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Values(object options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return OptionsSchema.Create(options.GetType()).Parameters
            .Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Read(options)));
    }

    /// <summary>Like <see cref="Values"/>, without what says how weights are computed.</summary>
    public static IEnumerable<KeyValuePair<string, string>> ValuesOfNetwork(object options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return OptionsSchema.Create(options.GetType()).Parameters
            .Where(static parameter => !parameter.OfTraining)
            .Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Read(options)));
    }

    private static MappingEntry? Entry(string text, SourceLocation place, FindingList findings)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        string key = text[..Math.Max(equals, 0)].Trim();
        if (key.Length > 0 && key != KindKey)
            return new MappingEntry(key, place.Below(key), new ScalarNode(place.Below(key), text[(equals + 1)..].Trim(), plain: true));
        findings.Add(DocumentCodes.BadOverride, place, $"'{text}' cannot be understood; permitted: {Form}.", text, Form);
        return null;
    }
}
