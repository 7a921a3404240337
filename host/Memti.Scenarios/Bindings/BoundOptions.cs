using System.Reflection;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Plugins;
using Memti.Documents.Parameters;
using Memti.Scenarios.Kinds;

namespace Memti.Scenarios.Bindings;

/// <summary>Makes options of values. Constructors and setters are the plugin's, so they run with the host's limits.</summary>
internal static class BoundOptions
{
    /// <summary>An instance of the options class with the values.</summary>
    /// <param name="kinds">Where the host calls plugins.</param>
    /// <param name="category">What the kind is.</param>
    /// <param name="kind">The kind whose options these are.</param>
    /// <param name="schema">Its options class.</param>
    /// <param name="values">What to set, in this order.</param>
    /// <param name="refused">Takes each value that a setter refuses, with the message of its exception.</param>
    /// <exception cref="MemtiException">The plugin did not return in time.</exception>
    public static object Of(
        KindSchemas kinds,
        PluginContract category,
        string kind,
        OptionsSchema schema,
        IReadOnlyList<BoundValue> values,
        ICollection<(BoundValue Value, string? Why)> refused) =>
        kinds.Call(category, kind, "the options", () => Filled(schema, values, refused));

    private static object Filled(
        OptionsSchema schema, IReadOnlyList<BoundValue> values, ICollection<(BoundValue Value, string? Why)> refused)
    {
        object options = schema.NewOptions();
        foreach (BoundValue value in values)
        {
            try
            {
                value.Parameter.Set(options, value.Value);
            }
            catch (TargetInvocationException error)
            {
                refused.Add((value, error.InnerException?.Message));
            }
        }

        return options;
    }
}
