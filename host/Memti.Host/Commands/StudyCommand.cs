using System.CommandLine;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Abstractions.Studies;
using Memti.Host.Rendering;
using Memti.Networks.Presets;
using Memti.Plugins.Guarding;
using Memti.Plugins.Registry;
using Memti.Runs.Networks;

namespace Memti.Host.Commands;

/// <summary>A plugin's study as a command. The keys of its options class become command options.</summary>
internal sealed class StudyCommand
{
    private static readonly Argument<string> Network = new("network")
    {
        Description = "A preset (see memti networks list), a layer table (*.csv, *.yaml, *.json), an ONNX file, or a model kind of a "
            + "plugin with its defaults.",
    };

    private static readonly Option<string> Format = FormatOption.Of(
        "Output format: table for reading, json or csv for programs.", "table", "json", "csv");

    private static readonly Option<string?> Output = new("--output", "-o")
    {
        Description = "Write the result to this file instead of standard output.",
        HelpName = "FILE"
    };

    private readonly StudyRegistration _study;
    private readonly HostSession _session;
    private readonly SchemaOptions _options;

    private StudyCommand(StudyRegistration study, HostSession session) =>
        (_study, _session, _options) = (study, session, new SchemaOptions(study.OptionsType));

    public static Command Create(StudyRegistration study, HostSession session)
    {
        var answer = new StudyCommand(study, session);
        var command = new Command(study.Name, study.Summary)
        {
            Network, NetworkInputOptions.Batch, NetworkInputOptions.Inputs, Format, Output,
        };
        answer._options.AddTo(command);
        command.SetAction((parsed, cancellationToken) => Task.Run(() => answer.Run(parsed, cancellationToken), CancellationToken.None));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        object options = _options.Bind(parsed, out IReadOnlyList<Diagnostic> findings);
        if (DiagnosticPrinter.Print(Console.Error, findings))
            return ExitCode.Usage;
        Network network = new NetworkFinder(_session.Catalog, NetworkCatalog.BesideExecutable()).Find(
            parsed.GetRequiredValue(Network),
            NetworkInputOptions.Of(parsed),
            static warnings => DiagnosticPrinter.Print(Console.Error, warnings),
            cancellationToken);
        StudyResult result = _session.Catalog.Guard.Call(
            _study.PluginId,
            _study.File,
            $"{_study.Group} {_study.Name}",
            () => PluginAnswer.Whole(_study.Run(options, network)),
            cancellationToken);
        OutputFile.Write(parsed.GetValue(Output), StudyText.Render(result, parsed.GetValue(Format)), Console.Out);
        return _session.ExitCode;
    }
}
