using System.CommandLine;
using System.CommandLine.Completions;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Numbers;
using Memti.Documents.Parameters;

namespace Memti.Host.Commands;

/// <summary>Command options made from the keys of an options class: <c>learning_rate</c> becomes <c>--learning-rate</c>.</summary>
internal sealed class SchemaOptions
{
    private readonly OptionsSchema _schema;
    private readonly List<(ParameterDescriptor Parameter, Option<string?> Option)> _options;

    /// <summary>Makes the options.</summary>
    /// <param name="optionsType">The options class.</param>
    /// <param name="refusesAtOnce">True when a wrong value is wrong usage, found before the command runs; else it is a finding of
    /// <see cref="Bind"/>.</param>
    public SchemaOptions(Type optionsType, bool refusesAtOnce = false)
    {
        _schema = OptionsSchema.Create(optionsType);
        _options = [.. _schema.Parameters.Select(static parameter => (parameter, OptionOf(parameter)))];
        if (refusesAtOnce)
            foreach ((ParameterDescriptor parameter, Option<string?> option) in _options)
                RefuseWrong(parameter, option);
    }

    /// <summary>The option of a key.</summary>
    public Option<string?> this[string key] => _options.First(option => option.Parameter.Name == key).Option;

    public void AddTo(Command command)
    {
        foreach ((_, Option<string?> option) in _options)
            command.Options.Add(option);
    }

    // Values are text until the schema binds them, so the command line reports the same errors as a scenario.
    /// <summary>An instance with the values of the command line, and defaults for the rest.</summary>
    public object Bind(ParseResult parsed, out IReadOnlyList<Diagnostic> findings) =>
        TextOptions.Bind(_schema, Given(parsed), out findings);

    private IEnumerable<KeyValuePair<string, string>> Given(ParseResult parsed) => _options
        .Where(option => parsed.GetResult(option.Option) is { Implicit: false })
        .Select(option => KeyValuePair.Create(option.Parameter.Name, parsed.GetValue(option.Option) ?? ""));

    private static void RefuseWrong(ParameterDescriptor parameter, Option<string?> option) => option.Validators.Add(result =>
    {
        if (result.Tokens.Count == 0)
            return;
        foreach (Diagnostic finding in TextOptions.Check(parameter, option.Name, result.Tokens[^1].Value, out _))
            if (finding.Severity == Severity.Error)
                result.AddError(finding.Message);
    });

    private static Option<string?> OptionOf(ParameterDescriptor parameter) => new(NameOf(parameter))
    {
        CompletionSources = { _ => parameter.Words.Select(static word => new CompletionItem(word)) },
        Description = Describe(parameter) + (parameter.DefaultValue is null ? "" : $" [default: {parameter.Default}]"),
        HelpName = HelpNameOf(parameter),
        CustomParser = parameter.ClrType == typeof(bool)
            ? static result => result.Tokens.Count == 0 ? "true" : result.Tokens[0].Value
            : null,
        Arity = parameter.ClrType == typeof(bool) ? ArgumentArity.ZeroOrOne : ArgumentArity.ExactlyOne,
    };

    /// <summary>The option of a key: <c>--learning-rate</c> for <c>learning_rate</c>.</summary>
    public static string NameOf(DocumentKey key) => "--" + key.Name.Replace('_', '-');

    /// <summary>What stands for the value in help: its words, its unit, or that there is one.</summary>
    public static string HelpNameOf(DocumentKey key) =>
        key.Words.Count > 0 ? string.Join('|', key.Words) : key.Unit.Length > 0 ? key.Unit : "VALUE";

    /// <summary>What the option is and takes; a default that is a value is shown behind it.</summary>
    public static string Describe(DocumentKey key)
    {
        string range = key.Minimum is null && key.Maximum is null ? "" : $"; {key.Permitted}";
        string size = SizeText.Takes(key.Unit) ? " Takes sizes such as 512KiB and 2MiB, too." : "";
        return $"{key.Description}{range}.{size}" + (key.DefaultWords is null ? "" : $" [default: {key.DefaultWords}]");
    }
}
