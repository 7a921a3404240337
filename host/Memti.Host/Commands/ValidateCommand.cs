using System.CommandLine;
using Memti.Arrays.Cells;
using Memti.Host.Rendering;
using Memti.Runs;
using Memti.Runs.Running;
using Memti.Scenarios;

namespace Memti.Host.Commands;

/// <summary><c>memti validate</c>: reads scenarios and cell files, plans the scenarios, and prints all findings.</summary>
internal static class ValidateCommand
{
    private static readonly Argument<string[]> Scenarios = new("scenario")
    {
        Description = "Scenario files (*.memti.yaml) and cell files (*.memcell.yaml, or any file that begins with memcell: 1).",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string[]> Set = ScenarioArgument.Set();
    private static readonly Option<string[]> Design =
        ScenarioArgument.Design("Plan only this design, and the first design of the file. May be given more than once.");

    public static Command Create()
    {
        var command = new Command(
            "validate",
            "Check scenarios and cells, and print every finding with its file, line, column and what would be right. Plans designs and "
                + "variants as "
            + "`memti run` does: solves arrays, places contents, plans inferences. Simulates nothing.") { Scenarios, Set, Design };
        command.SetAction(
            static (parsed, cancellationToken) => Task.Run(() => Validate(parsed, cancellationToken), CancellationToken.None));
        return command;
    }

    private static int Validate(ParseResult parsed, CancellationToken cancellationToken)
    {
        using HostSession session = HostSession.Open(parsed, cancellationToken);
        var pipeline = new RunPipeline(session.Catalog);
        bool errors = false;
        foreach (string file in parsed.GetRequiredValue(Scenarios))
            // Every file is checked, so that one run shows all findings.
            errors |= CellFile.IsCell(file)
                ? !IsValidCell(file)
                : !IsValidScenario(Request(file, parsed), pipeline, cancellationToken);
        return errors ? ExitCode.Findings : session.ExitCode;
    }

    private static RunRequest Request(string file, ParseResult parsed) => new()
    {
        ScenarioFile = file,
        Overrides = parsed.GetValue(Set) ?? [],
        Designs = parsed.GetValue(Design) ?? [],
    };

    private static bool IsValidScenario(RunRequest request, RunPipeline pipeline, CancellationToken cancellationToken)
    {
        ScenarioResult result = pipeline.Validate(request, cancellationToken);
        bool errors = DiagnosticPrinter.Print(Console.Error, result.Findings);
        if (result.Scenario is { } scenario)
            Console.Out
                .WriteLine(
                    $"{request.ScenarioFile}: valid; {scenario.Designs.Count} design(s): "
                        + $"{string.Join(", ", scenario.Designs.Select(static design => design.Name))}");
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
