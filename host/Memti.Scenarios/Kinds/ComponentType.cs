using System.Text.Json.Nodes;
using Memti.Abstractions.Plugins;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;

namespace Memti.Scenarios.Kinds;

/// <summary>
/// A component: its kind decides which keys it has, beside those that the host reads itself. <c>ComponentBinder</c> reads
/// it.
/// </summary>
/// <param name="category">Where the kind is looked up.</param>
/// <param name="kindKey">The key that names the kind.</param>
/// <param name="hostKeys">The keys that the host reads itself.</param>
public sealed class ComponentType(PluginContract category, string kindKey, params IReadOnlyList<DocumentKey> hostKeys) : ParameterType
{
    /// <summary>Where the kind is looked up.</summary>
    public PluginContract Category => category;

    /// <summary>The key that names the kind.</summary>
    public string KindKey => kindKey;

    private DocumentKey<string?> NameOfKind { get; } = new(kindKey, "The kind, which decides the other keys");

    /// <summary>The keys that the host reads itself, without that of the kind.</summary>
    public IReadOnlyList<DocumentKey> HostKeys => hostKeys;

    /// <summary>The kind when none is named; null when it must be.</summary>
    public string? FallbackKind { get; init; }

    /// <summary>A kind of the host that may stand in place of the word; null for none.</summary>
    public InlineKind? Inline { get; init; }

    /// <summary>The kind alone: what a component may hold whose kind has its options in place of the word.</summary>
    internal KeySection KindOnly { get; } = new(new DocumentKey<string?>(kindKey, ""));

    /// <summary>Names that no plugin may use for a key of its own.</summary>
    public IEnumerable<string> ReservedKeys => hostKeys.Select(static key => key.Name).Prepend(kindKey);

    /// <summary>All keys of a component of a kind.</summary>
    /// <param name="ofKind">The keys of the kind.</param>
    public KeySection KeysWith(OptionsSchema ofKind) => new([.. ofKind.Parameters, NameOfKind, .. hostKeys]);

    /// <inheritdoc />
    public override object? Read(Node node, FindingList findings) => Section.Of(node, findings);

    /// <inheritdoc />
    public override JsonObject Schema(SchemaScope scope) => ((KindForms)scope).Component(this);
}
