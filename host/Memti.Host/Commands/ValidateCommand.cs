using System.CommandLine;
using Memti.Host.Rendering;
using Memti.Hosting;
using Memti.Scenarios;

namespace Memti.Host.Commands;

/// <summary><c>memti validate</c>: reads scenarios and cell files and prints all findings.</summary>
internal static class ValidateCommand
{
    private static readonly Argument<string[]> Scenarios = new("scenario")
    {
        Description = "Scenario files (*.memti.yaml) and cell files (*.memcell.yaml).",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string[]> Set = ScenarioArgument.Set();

    public static Command Create()
    {
        var command = new Command("validate", "Check scenarios and cells and print every finding with its file, line, column and what would be right. Plans nothing and runs nothing.") { Scenarios, Set };
        command.SetAction(static (parsed, cancellationToken) => Task.Run(() => Validate(parsed, cancellationToken), CancellationToken.None));
        return command;
    }

    private static int Validate(ParseResult parsed, CancellationToken cancellationToken)
    {
        using HostSession session = HostSession.Open(parsed, cancellationToken);
        var reader = new ScenarioReader(new CatalogKinds(session.Catalog));
        bool errors = false;
        foreach (string file in parsed.GetRequiredValue(Scenarios))
            errors |= file.EndsWith(CellFile.Extension, StringComparison.Ordinal) ? !IsValidCell(file) : !IsValidScenario(file, reader, parsed.GetValue(Set) ?? []);
        return errors ? ExitCode.Findings : session.ExitCode;
    }

    private static bool IsValidScenario(string file, ScenarioReader reader, string[] overrides)
    {
        ScenarioResult result = reader.ReadFile(file, overrides);
        bool errors = DiagnosticPrinter.Print(Console.Error, result.Findings);
        if (result.Scenario is { } scenario)
            Console.Out.WriteLine($"{file}: valid; {scenario.Designs.Count} design(s): {string.Join(", ", scenario.Designs.Select(static design => design.Name))}");
        return !errors && result.Scenario is not null;
    }

    private static bool IsValidCell(string file)
    {
        CellResult result = CellReader.ReadFile(file);
        bool errors = DiagnosticPrinter.Print(Console.Error, result.Findings);
        if (result.File is { Cell: { } cell })
            Console.Out.WriteLine($"{file}: valid; {CellWords.Of(cell.Kind)} cell {cell.Name}, {cell.Numbers.Count} numbers");
        return !errors;
    }
}
