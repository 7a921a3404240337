using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Parameters;

namespace Memti.Documents.Parameters;

/// <summary>The keys of a kind, read from its options class: each property with a <see cref="ParameterAttribute"/> is one.</summary>
public sealed class OptionsSchema
{
    private readonly Dictionary<string, ParameterDescriptor> _byKey;

    /// <summary>The schema of an options class whose parameters are known.</summary>
    public OptionsSchema(Type optionsType, IReadOnlyList<ParameterDescriptor> parameters)
    {
        (OptionsType, Parameters) = (optionsType, parameters);
        _byKey = parameters.ToDictionary(static parameter => parameter.Name, StringComparer.Ordinal);
    }

    /// <summary>The options class.</summary>
    public Type OptionsType { get; }

    /// <summary>The keys in the order in which the class declares them, those of a base class first.</summary>
    public IReadOnlyList<ParameterDescriptor> Parameters { get; }

    /// <summary>Reads the schema of an options class.</summary>
    /// <param name="optionsType">The options class.</param>
    /// <param name="reserved">Keys that it may not have, because the mapping in which its keys stand has them already.</param>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.PluginInvalid"/> with everything in the class that breaks the
    /// contract.</exception>
    public static OptionsSchema Create(Type optionsType, params IReadOnlyList<string> reserved)
    {
        ArgumentNullException.ThrowIfNull(optionsType);
        return new OptionsInspection(optionsType, reserved).Inspect();
    }

    /// <summary>The parameter of a key, or of a former one; null when the kind has none of that name.</summary>
    public ParameterDescriptor? Find(string key) =>
        _byKey.GetValueOrDefault(key) ?? Parameters.FirstOrDefault(parameter => parameter.FormerKeys.Contains(key));

    /// <summary>
    /// An instance of the options class with every key at its default. It runs the class's constructor, which is plugin code.
    /// </summary>
    public object NewOptions() => Activator.CreateInstance(OptionsType) ?? throw new InvalidOperationException(OptionsType.FullName);

    /// <summary>The keys of all parameters.</summary>
    public IEnumerable<string> Keys => Parameters.Select(static parameter => parameter.Name);

    /// <summary>
    /// An instance with what a mapping says and defaults for the rest. A key that the mapping leaves out, or that is wrong, has
    /// its default.
    /// </summary>
    /// <exception cref="System.Reflection.TargetInvocationException">The class's constructor or a setter threw; both are plugin
    /// code.</exception>
    public object Bind(Section section)
    {
        object options = NewOptions();
        new KeySection([.. Parameters]).RefuseOthers(section);
        foreach (ParameterDescriptor parameter in Parameters)
            if (parameter.Find(section) is { } node)
                parameter.Put(options, node, "", section.Findings, out _);
        return options;
    }
}
