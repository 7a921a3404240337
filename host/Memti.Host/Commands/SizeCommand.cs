using System.CommandLine;
using System.Globalization;
using Memti.Documents.Numbers;
using Memti.Documents.Parameters;
using Memti.Host.Rendering;
using Memti.Runs.Sizing;

namespace Memti.Host.Commands;

/// <summary><c>memti size</c>: how large a number of a supply must be.</summary>
internal static class SizeCommand
{
    private static readonly Argument<string> Scenario = ScenarioArgument.File();
    private static readonly Option<string[]> Set = ScenarioArgument.Set();

    private static readonly Option<string?> Design = new("--design", "-d")
    {
        Description = "The design. [default: the first one with a supply]",
        HelpName = "NAME",
    };

    private static readonly Option<string> Supply = new("--supply")
    {
        Description = "The number of the supply to search: source.panel_cm2, storage.capacitance_uf, storage.capacity_mah.",
        HelpName = "PART.KEY",
        Required = true,
    };

    private static readonly Option<string> Target = new("--target")
    {
        Description = "What has to be met: missed < 0.1 %, dropped <= 1 %, availability > 99 %, life > 365 (days), brown_outs < 1, "
            + "first_frame < 60 (s).",
        HelpName = "TARGET",
        Required = true,
    };

    private static readonly Option<double?> From = new KeyOption<double?>(
        new DocumentKey<double?>("from", "Least value of the search", 1e-12, 1e15) { DefaultWords = "a thousandth of the scenario's" });

    private static readonly Option<double?> To = new KeyOption<double?>(
        new DocumentKey<double?>("to", "Greatest value of the search", 1e-12, 1e15) { DefaultWords = "a thousand times the scenario's" });

    private static readonly Option<string> Format = FormatOption.TableJson();

    public static Command Create()
    {
        var command = new Command(
            "size",
            "Search the smallest panel, capacitor or cell with which a design meets a target. Each trial is a run of the whole workload; "
                + "the search assumes that more is never worse. Example:\n"
                + "  memti size samples/supplies/outdoor-panel.memti.yaml --supply source.panel_cm2 --target \"missed < 50 %\"")
        {
            Scenario, Set, Design, Supply, Target, From, To, Format,
        };
        command.SetAction(static (parsed, cancellationToken) => Task.Run(() => Run(parsed, cancellationToken), CancellationToken.None));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        SizeTarget target = SizeTarget.Parse(parsed.GetRequiredValue(Target));
        using HostSession session = HostSession.Open(parsed, cancellationToken);
        SizeOutcome outcome = new SizeStudy(session.Catalog, cancellationToken).Run(new()
        {
            ScenarioFile = parsed.GetRequiredValue(Scenario),
            Overrides = parsed.GetValue(Set) ?? [],
            Design = parsed.GetValue(Design),
            Key = parsed.GetRequiredValue(Supply),
            Target = target,
            Least = parsed.GetValue(From),
            Greatest = parsed.GetValue(To),
        });
        DiagnosticPrinter.Print(Console.Error, outcome.Findings);
        if (outcome.Result is not { } result)
            return ExitCode.Findings;
        Console.Out.Write(parsed.GetValue(Format) == "json" ? SizeJson.Render(result) : Table(result));
        return session.ExitCode;
    }

    private static string Table(SizeResult result)
    {
        TextTable table = new("supply." + result.Key, "measure", result.Target);
        foreach (SizeTrial trial in result.Trials.OrderBy(static trial => trial.Value))
            table.Add(QuantityText.Number(trial.Value), QuantityText.Number(trial.Measure), trial.IsMet ? "met" : "not met");
        string below = result.Below is { } worse ? $", and {Number(worse.Value)} does not" : ", the least of the range";
        return $"{table}\ndesign '{result.Design}': {result.Key} of {Number(result.Smallest.Value)} meets '{result.Target}'{below}.\n";
    }

    private static string Number(double value) => value.ToString("G4", CultureInfo.InvariantCulture);
}
