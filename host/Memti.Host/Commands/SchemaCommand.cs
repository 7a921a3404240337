using System.CommandLine;
using Memti.Host.Rendering;
using Memti.Hosting;
using Memti.Images;
using Memti.Networks;
using Memti.Scenarios;
using Memti.Training;

namespace Memti.Host.Commands;

/// <summary><c>memti schema</c>: prints the JSON Schema of scenarios, with the kinds of the loaded plugins, or that of cell files, networks, experiments or manifests.</summary>
internal static class SchemaCommand
{
    private static readonly Option<string?> Output = new("--output", "-o") { Description = "Write the schema to this file instead of standard output.", HelpName = "FILE" };

    private static readonly Option<bool> Cell = new("--cell") { Description = "The schema of cell files (*.memcell.yaml) instead." };

    private static readonly Option<bool> Network = new("--network") { Description = "The schema of layer tables (networks in YAML or JSON) instead." };

    private static readonly Option<bool> Experiment = new("--experiment") { Description = "The schema of experiment files (memti experiment) instead." };

    private static readonly Option<bool> Manifest = new("--manifest") { Description = "The schema of weight manifests (weights.manifest.json) instead." };

    static SchemaCommand()
    {
        Network.Validators.Add(static result =>
        {
            if (result.GetValue(Network) && result.GetValue(Cell))
                result.AddError("--network and --cell cannot be given together; permitted: one of them.");
            if (result.GetValue(Experiment) && (result.GetValue(Network) || result.GetValue(Cell)))
                result.AddError("--experiment and another form cannot be given together; permitted: one of them.");
        });
        Manifest.Validators.Add(static result =>
        {
            if (result.GetValue(Manifest) && (result.GetValue(Network) || result.GetValue(Cell) || result.GetValue(Experiment)))
                result.AddError("--manifest and another form cannot be given together; permitted: one of them.");
        });
    }

    public static Command Create()
    {
        var command = new Command("schema", "Print the JSON Schema (2020-12) of scenario files, with every kind of the loaded plugins, of cell files, networks, experiments or weight manifests: editors then complete and check as you type.") { Cell, Network, Experiment, Manifest, Output };
        command.SetAction(static (parsed, cancellationToken) => Task.Run(() => Print(parsed, cancellationToken), CancellationToken.None));
        return command;
    }

    private static int Print(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(Cell))
            return Print(parsed.GetValue(Output), CellJsonSchema.Write());
        if (parsed.GetValue(Network))
            return Print(parsed.GetValue(Output), NetworkJsonSchema.Write());
        if (parsed.GetValue(Manifest))
            return Print(parsed.GetValue(Output), ManifestJsonSchema.Write());
        using HostSession session = HostSession.Open(parsed, cancellationToken);
        var kinds = new CatalogKinds(session.Catalog);
        OutputFile.Write(parsed.GetValue(Output), parsed.GetValue(Experiment) ? ExperimentJsonSchema.Write(kinds) : ScenarioJsonSchema.Write(kinds), Console.Out);
        return session.ExitCode;
    }

    private static int Print(string? output, string schema)
    {
        OutputFile.Write(output, schema, Console.Out);
        return ExitCode.Done;
    }
}
