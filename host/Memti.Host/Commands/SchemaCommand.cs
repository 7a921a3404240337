using System.CommandLine;
using Memti.Arrays.Cells;
using Memti.Host.Rendering;
using Memti.Networks.Tables;
using Memti.Runs.Planning;
using Memti.Runs.Sweeps.Documents;
using Memti.Scenarios.Schemas;
using Memti.Training.Experiments;
using Memti.Training.Weights.Requests;
using Memti.WeightImages.Manifests;

namespace Memti.Host.Commands;

/// <summary><c>memti schema</c>: prints the JSON Schema of scenarios, with the kinds of the loaded plugins, or of another file
/// format.</summary>
internal static class SchemaCommand
{
    private static readonly Option<string?> Output = new("--output", "-o")
    {
        Description = "Write the schema to this file instead of standard output.",
        HelpName = "FILE"
    };

    private static readonly Option<bool> Cell = new("--cell") { Description = "Print the schema of cell files (*.memcell.yaml) instead." };

    private static readonly Option<bool> Network = new("--network")
    {
        Description = "Print the schema of layer tables (networks in YAML or JSON) instead."
    };

    private static readonly Option<bool> Experiment = new("--experiment")
    {
        Description = "Print the schema of experiment files (memti experiment) instead."
    };

    private static readonly Option<bool> Study = new("--study") { Description = "Print the schema of study files (memti sweep) instead." };

    private static readonly Option<bool> Weights = new("--weights")
    {
        Description = "Print the schema of weight requests (memti weights) instead."
    };

    private static readonly Option<bool> Manifest = new("--manifest")
    {
        Description = "Print the schema of weight manifests (weights.manifest.json) instead."
    };

    private static readonly Option<bool>[] Forms = [Cell, Network, Experiment, Study, Weights, Manifest];

    public static Command Create()
    {
        var command = new Command(
            "schema",
            "Print the JSON Schema (2020-12) of scenario files, with every kind of the loaded plugins. Options select other file "
                + "formats. With a schema, editors complete and check as you type.");
        foreach (Option<bool> form in Forms)
            command.Add(form);
        command.Add(Output);
        command.Validators.Add(static result =>
        {
            string[] asked = [.. Forms.Where(result.GetValue).Select(static form => form.Name)];
            if (asked.Length > 1)
                result.AddError($"{string.Join(" and ", asked)} cannot be given together; permitted: one of them.");
        });
        command.SetAction(static (parsed, cancellationToken) => Task.Run(() => Print(parsed, cancellationToken), CancellationToken.None));
        return command;
    }

    private static int Print(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (OfNoPlugin(parsed) is { } schema)
        {
            OutputFile.Write(parsed.GetValue(Output), schema, Console.Out);
            return ExitCode.Done;
        }

        using HostSession session = HostSession.Open(parsed, cancellationToken);
        var kinds = new CatalogKinds(session.Catalog);
        OutputFile.Write(
            parsed.GetValue(Output),
            parsed.GetValue(Experiment) ? ExperimentJsonSchema.Write(kinds) : ScenarioJsonSchema.Write(kinds),
            Console.Out);
        return session.ExitCode;
    }

    /// <summary>Schemas that do not depend on plugins; null for the others.</summary>
    private static string? OfNoPlugin(ParseResult parsed)
    {
        if (parsed.GetValue(Cell))
            return CellJsonSchema.Write();
        if (parsed.GetValue(Network))
            return NetworkJsonSchema.Write();
        if (parsed.GetValue(Study))
            return SweepJsonSchema.Write();
        if (parsed.GetValue(Weights))
            return WeightRequestJsonSchema.Write();
        return parsed.GetValue(Manifest) ? ManifestJsonSchema.Write() : null;
    }
}
