using System.Collections.Concurrent;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Plugins;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;

namespace Memti.Scenarios.Kinds;

/// <summary>
/// The catalogue with each options class inspected once. It lives as long as one read, or as one sweep, so that it keeps no plugin from
/// unloading. Several threads may read with it.
/// </summary>
public sealed class KindSchemas(IKindCatalog catalog)
{
    private readonly ConcurrentDictionary<Type, OptionsSchema> _schemas = new();

    /// <summary>All contracts of plugins, in the order of the catalog.</summary>
    public IReadOnlyList<PluginContract> Contracts => catalog.Contracts;

    /// <summary>The kinds that plugins offer for a contract.</summary>
    public IReadOnlyList<string> Kinds(PluginContract category) => catalog.Kinds(category);

    /// <summary>True when a plugin offers the kind for the contract.</summary>
    public bool Knows(PluginContract category, string kind) => catalog.TryGetOptions(category, kind, out _);

    /// <summary>The names under which a calibration may speak of a kind, nearest first: its own, then that of its technology.</summary>
    public IReadOnlyList<string> NamesOf(PluginContract category, string kind) =>
        catalog.TechnologyOf(category, kind) is { } technology ? [kind, technology] : [kind];

    /// <summary>Runs code of a plugin with the limits that the host has for it.</summary>
    /// <exception cref="MemtiException">It did not return in time.</exception>
    public T Call<T>(PluginContract category, string kind, string member, Func<T> call) => catalog.Call(category, kind, member, call);

    /// <summary>
    /// The schema of a kind; null when no plugin offers it, and, with a finding, when its options class breaks the contract.
    /// </summary>
    public OptionsSchema? Find(PluginContract category, string kind, SourceLocation place, FindingList findings)
    {
        try
        {
            return catalog.TryGetOptions(category, kind, out Type? type) ? Known(type) : null;
        }
        catch (MemtiException error)
        {
            findings.Add(error.Diagnostic with { File = place.File, Line = place.Line, Column = place.Column, Key = place.Key });
            return null;
        }
    }

    private OptionsSchema Known(Type type) => _schemas.GetOrAdd(type, KindOptions.SchemaOf);
}
