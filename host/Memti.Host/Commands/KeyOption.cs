using System.CommandLine;
using System.CommandLine.Parsing;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Parameters;

namespace Memti.Host.Commands;

/// <summary>An option that a key declares: its name, help, range and what is said of a wrong value. A wrong value is wrong usage.</summary>
/// <typeparam name="T">What the option is read as.</typeparam>
internal sealed class KeyOption<T> : Option<T>
{
    public KeyOption(DocumentKey<T> key, params string[] aliases)
        : base(SchemaOptions.NameOf(key), aliases)
    {
        Description = SchemaOptions.Describe(key);
        HelpName = SchemaOptions.HelpNameOf(key);
        CompletionSources.Add([.. key.Words]);
        CustomParser = result => Parse(key, result);
        if (key.DefaultValue is not null)
            DefaultValueFactory = _ => key.Fallback;
    }

    private T Parse(DocumentKey<T> key, ArgumentResult result)
    {
        IReadOnlyList<Diagnostic> findings = TextOptions.Check(key, Name, result.Tokens[0].Value, out object? value);
        foreach (Diagnostic finding in findings)
            result.AddError(finding.Message);
        return value is T read ? read : key.Fallback;
    }
}
