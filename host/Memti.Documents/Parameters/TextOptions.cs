using System.Reflection;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Nodes;
using Memti.Documents.Numbers;

namespace Memti.Documents.Parameters;

/// <summary>Options from texts, as a command line gives them: the same keys, types and ranges as in a document.</summary>
public static class TextOptions
{
    /// <summary>An instance of the options class with what the texts say and defaults for the rest.</summary>
    /// <param name="schema">The keys.</param>
    /// <param name="texts">Key and text of each option that is given.</param>
    /// <param name="findings">What is wrong, in the order of the texts; empty when all is well.</param>
    /// <exception cref="TargetInvocationException">The class's constructor or a setter threw; both are plugin code.</exception>
    public static object Bind(OptionsSchema schema, IEnumerable<KeyValuePair<string, string>> texts, out IReadOnlyList<Diagnostic> findings)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(texts);
        var found = new FindingList(null);
        object options = schema.NewOptions();
        foreach ((string key, string text) in texts)
        {
            ParameterDescriptor parameter =
                schema.Find(key) ?? throw new ArgumentException($"'{key}' is no key of {schema.OptionsType.Name}.", nameof(texts));
            parameter.Put(options, NodeOf(parameter, key, text), "", found, out _);
        }

        findings = found.InFileOrder();
        return options;
    }

    /// <summary>What is wrong with the text of one option; empty when all is well.</summary>
    /// <param name="key">The key.</param>
    /// <param name="shown">How findings name it, such as <c>--node-nm</c>.</param>
    /// <param name="text">The text.</param>
    /// <param name="value">What it says; null when it is wrong.</param>
    public static IReadOnlyList<Diagnostic> Check(DocumentKey key, string shown, string text, out object? value)
    {
        ArgumentNullException.ThrowIfNull(key);
        var found = new FindingList(null);
        key.TryRead(NodeOf(key, shown, text), found, out value);
        return found.InFileOrder();
    }

    // A file names its unit in the key alone; on a command line a size may bring its own.
    private static ScalarNode NodeOf(DocumentKey key, string shown, string text) =>
        new(new SourceLocation(null, 0, 0, shown), SizeText.In(text, key.Unit), plain: true);
}
