using System.CommandLine;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Parameters;

namespace Memti.Host.Commands;

/// <summary>Command options made from the keys of an options class: <c>learning_rate</c> becomes <c>--learning-rate</c>.</summary>
internal sealed class SchemaOptions
{
    private readonly OptionsSchema _schema;
    private readonly List<(ParameterDescriptor Parameter, Option<string?> Option)> _options;

    public SchemaOptions(Type optionsType)
    {
        _schema = OptionsSchema.Create(optionsType);
        _options = [.. _schema.Parameters.Select(static parameter => (parameter, OptionOf(parameter)))];
    }

    public void AddTo(Command command)
    {
        foreach ((_, Option<string?> option) in _options)
            command.Options.Add(option);
    }

    // Values are text until the schema binds them, so the command line reports the same errors as a scenario.
    /// <summary>An instance with the values of the command line, and defaults for the rest.</summary>
    public object Bind(ParseResult parsed, out IReadOnlyList<Diagnostic> findings) => TextOptions.Bind(_schema, Given(parsed), out findings);

    private IEnumerable<KeyValuePair<string, string>> Given(ParseResult parsed) => _options
        .Where(option => parsed.GetResult(option.Option) is { Implicit: false })
        .Select(option => KeyValuePair.Create(option.Parameter.Name, parsed.GetValue(option.Option) ?? ""));

    private static Option<string?> OptionOf(ParameterDescriptor parameter) => new("--" + parameter.Name.Replace('_', '-'))
    {
        Description = $"{parameter.Description}{(parameter.Minimum is null && parameter.Maximum is null ? "" : $"; {parameter.Permitted}")}." + (parameter.Default == "null" ? "" : $" [default: {parameter.Default}]"),
        HelpName = parameter.Words.Count > 0 ? string.Join('|', parameter.Words) : parameter.Unit.Length > 0 ? parameter.Unit : "VALUE",
        CustomParser = parameter.ClrType == typeof(bool) ? static result => result.Tokens.Count == 0 ? "true" : result.Tokens[0].Value : null,
        Arity = parameter.ClrType == typeof(bool) ? ArgumentArity.ZeroOrOne : ArgumentArity.ExactlyOne,
    };
}
