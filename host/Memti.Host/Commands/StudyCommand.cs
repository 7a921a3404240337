using System.CommandLine;
using Memti.Abstractions;
using Memti.Host.Rendering;
using Memti.Hosting;
using Memti.Networks;
using Memti.Scenarios;

namespace Memti.Host.Commands;

/// <summary>One study of a plugin as a command: the keys of its options are its options.</summary>
internal sealed class StudyCommand
{
    private static readonly Argument<string> Network = new("network")
    {
        Description = "A preset (memti networks list), a layer table (*.csv, *.yaml, *.json), an ONNX file, or a model kind of a plugin with its defaults.",
    };

    private static readonly Option<string> Format = new("--format", "-f")
    {
        Description = "table is for eyes; json and csv are for programs.",
        DefaultValueFactory = static _ => "table",
    };

    private static readonly Option<string?> Output = new("--output", "-o") { Description = "Write the result to this file instead of standard output.", HelpName = "FILE" };

    private readonly StudyRegistration _study;
    private readonly HostSession _session;
    private readonly OptionsSchema _schema;
    private readonly List<(ParameterDescriptor Parameter, Option<string?> Option)> _options;

    private StudyCommand(StudyRegistration study, HostSession session)
    {
        (_study, _session, _schema) = (study, session, OptionsSchema.Create(study.OptionsType));
        _options = [.. _schema.Parameters.Select(static parameter => (parameter, OptionOf(parameter)))];
    }

    static StudyCommand() => Format.AcceptOnlyFromAmong("table", "json", "csv");

    public static Command Create(StudyRegistration study, HostSession session)
    {
        var answer = new StudyCommand(study, session);
        var command = new Command(study.Name, study.Summary) { Network, Format, Output };
        foreach ((_, Option<string?> option) in answer._options)
            command.Options.Add(option);
        command.SetAction((parsed, cancellationToken) => Task.Run(() => answer.Run(parsed, cancellationToken), CancellationToken.None));
        return command;
    }

    private static Option<string?> OptionOf(ParameterDescriptor parameter) => new("--" + parameter.Key.Replace('_', '-'))
    {
        Description = $"{parameter.Description}{(parameter.Minimum is null && parameter.Maximum is null ? "" : $"; {parameter.Permitted}")}." + (parameter.Default == "null" ? "" : $" [default: {parameter.Default}]"),
        HelpName = parameter.Words.Count > 0 ? string.Join('|', parameter.Words) : parameter.Unit.Length > 0 ? parameter.Unit : "VALUE",
        CustomParser = parameter.ClrType == typeof(bool) ? static result => result.Tokens.Count == 0 ? "true" : result.Tokens[0].Value : null,
        Arity = parameter.ClrType == typeof(bool) ? ArgumentArity.ZeroOrOne : ArgumentArity.ExactlyOne,
    };

    private int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        object options = TextOptions.Bind(_schema, Given(parsed), out IReadOnlyList<Diagnostic> findings);
        if (DiagnosticPrinter.Print(Console.Error, findings))
            return ExitCode.Usage;
        Network network = new NetworkFinder(_session.Catalog, NetworkCatalog.BesideExecutable()).Find(parsed.GetRequiredValue(Network), cancellationToken);
        StudyResult result = _session.Catalog.Guard.Call(
            _study.PluginId, _study.File, $"{_study.Group} {_study.Name}", () => _study.Run(options, network), cancellationToken);
        OutputFile.Write(parsed.GetValue(Output), StudyText.Render(result, parsed.GetValue(Format)), Console.Out);
        return _session.ExitCode;
    }

    private IEnumerable<KeyValuePair<string, string>> Given(ParseResult parsed) => _options
        .Where(option => parsed.GetResult(option.Option) is { Implicit: false })
        .Select(option => KeyValuePair.Create(option.Parameter.Key, parsed.GetValue(option.Option) ?? ""));
}
