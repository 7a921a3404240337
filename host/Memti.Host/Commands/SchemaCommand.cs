using System.CommandLine;
using Memti.Host.Rendering;
using Memti.Hosting;
using Memti.Scenarios;

namespace Memti.Host.Commands;

/// <summary><c>memti schema</c>: prints the JSON Schema of scenarios, with the kinds of the loaded plugins, or that of cell files.</summary>
internal static class SchemaCommand
{
    private static readonly Option<string?> Output = new("--output", "-o") { Description = "Write the schema to this file instead of standard output.", HelpName = "FILE" };

    private static readonly Option<bool> Cell = new("--cell") { Description = "The schema of cell files (*.memcell.yaml) instead." };

    public static Command Create()
    {
        var command = new Command("schema", "Print the JSON Schema (2020-12) of scenario files, with every kind of the loaded plugins, or of cell files: editors then complete and check as you type.") { Cell, Output };
        command.SetAction(static (parsed, cancellationToken) => Task.Run(() => Print(parsed, cancellationToken), CancellationToken.None));
        return command;
    }

    private static int Print(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(Cell))
            return PrintCell(parsed.GetValue(Output));
        using HostSession session = HostSession.Open(parsed, cancellationToken);
        OutputFile.Write(parsed.GetValue(Output), ScenarioJsonSchema.Write(new CatalogKinds(session.Catalog)), Console.Out);
        return session.ExitCode;
    }

    private static int PrintCell(string? output)
    {
        OutputFile.Write(output, CellJsonSchema.Write(), Console.Out);
        return ExitCode.Done;
    }
}
