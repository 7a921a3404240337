using System.CommandLine;
using Memti.Host.Rendering;
using Memti.Hosting;
using Memti.Scenarios;

namespace Memti.Host.Commands;

/// <summary><c>memti validate</c>: reads scenarios and prints all findings.</summary>
internal static class ValidateCommand
{
    private static readonly Argument<string[]> Scenarios = new("scenario")
    {
        Description = "Scenario files (*.memti.yaml).",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string[]> Set = ScenarioArgument.Set();

    public static Command Create()
    {
        var command = new Command("validate", "Check scenarios and print every finding with its file, line, column and what would be right. Plans nothing and runs nothing.") { Scenarios, Set };
        command.SetAction(static (parsed, cancellationToken) => Task.Run(() => Validate(parsed, cancellationToken), CancellationToken.None));
        return command;
    }

    private static int Validate(ParseResult parsed, CancellationToken cancellationToken)
    {
        using HostSession session = HostSession.Open(parsed, cancellationToken);
        var reader = new ScenarioReader(new CatalogKinds(session.Catalog));
        bool errors = false;
        foreach (string file in parsed.GetRequiredValue(Scenarios))
        {
            ScenarioResult result = reader.ReadFile(file, parsed.GetValue(Set) ?? []);
            errors |= DiagnosticPrinter.Print(Console.Error, result.Findings) || result.Scenario is null;
            if (result.Scenario is { } scenario)
                Console.Out.WriteLine($"{file}: valid; {scenario.Designs.Count} design(s): {string.Join(", ", scenario.Designs.Select(static design => design.Name))}");
        }

        return errors ? ExitCode.Findings : session.ExitCode;
    }
}
