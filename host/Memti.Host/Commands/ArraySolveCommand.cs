using System.CommandLine;
using Memti.Abstractions.Arrays;
using Memti.Abstractions.Parameters;
using Memti.Arrays.Banks;
using Memti.Arrays.Organisations;
using Memti.Documents.Numbers;
using Memti.Documents.Parameters;
using Memti.Host.Rendering;
using Memti.Plugins.Catalog;
using Memti.Runs.Arrays;

namespace Memti.Host.Commands;

/// <summary><c>memti array solve</c>: solves one memory in one cell for every target.</summary>
internal static class ArraySolveCommand
{
    private static readonly ArrayOptions<OneArrayKeys> Shared = new();

    private static readonly Option<string> Cell = new("--cell", "-c")
    {
        Description = "Name of a cell (memti cells list), a memory kind for its default cell, or the path of a *.memcell.yaml.",
        HelpName = "CELL",
        Required = true,
    };

    private static readonly Option<ArrayTarget?> Target = WordOption.Maybe<ArrayTarget>("--target", "-t");

    private static readonly Option<ArrayTarget[]> Pareto = WordOption.Many<ArrayTarget>("--pareto");

    private static readonly Option<Organisation?> Division = new("--organisation")
    {
        Description = "Evaluate this organisation instead of searching: mats/active sub-arrays/active multiplexers, such as \"8x16/8x4 "
            + "2x1/2x1 64,1,1\".",
        HelpName = "TEXT",
        CustomParser = static result =>
        {
            if (OrganisationText.TryParse(result.Tokens[0].Value, out Organisation? organisation))
                return organisation;
            result.AddError(
                $"--organisation '{result.Tokens[0].Value}' cannot be read; permitted: ROWSxCOLUMNS/ACTIVExACTIVE for mats and for "
                    + "sub-arrays, then three multiplexers, all powers of two: \"8x16/8x4 2x1/2x1 64,1,1\".");
            return null;
        },
    };

    private static readonly (Option<double?> Option, Func<BankLimits, double, BankLimits> Set)[] Limits =
    [
        (Limit("max_area", "mm2"), static (limits, value) => limits with { Area = value * 1e-6 }),
        (Limit("max_read", "ns"), static (limits, value) => limits with { ReadLatency = value * 1e-9 }),
        (Limit("max_write", "ns"), static (limits, value) => limits with { WriteLatency = value * 1e-9 }),
        (Limit("max_read", "pj"), static (limits, value) => limits with { ReadEnergy = value * 1e-12 }),
        (Limit("max_write", "pj"), static (limits, value) => limits with { WriteEnergy = value * 1e-12 }),
        (Limit("max_leakage", "mw"), static (limits, value) => limits with { Leakage = value * 1e-3 }),
    ];

    public static Command Create()
    {
        var command = new Command(
            "solve",
            "Try every organisation of a memory once and print the winner for each of the eight targets, with its split.\n"
            + "Examples:\n"
            + "  memti array solve --cell sram --capacity-bytes 2097152\n"
            + "  memti array solve --cell rram-1t1r-20f2 --bits-per-cell 3 --data-bytes 5806944 --target read_latency\n"
            + "  memti array solve --cell RRAMsample --profile nvsim_2012 --capacity-bytes 1048576 --format csv") { Cell };
        Shared["bits_per_cell"].Aliases.Add("-b");
        Shared["word_bits"].Aliases.Add("-w");
        Shared.AddTo(command);
        Target.Description =
            "Print only the winner for this target; default: for all eight. Memories in scenarios use "
                + EnumWords.Of(ArrayDefaults.Target)
                + ".";
        Pareto.Description =
            "Also print the banks that no other bank beats on all of these targets. Two or more targets, such as --pareto area "
                + "read_latency.";
        command.Options.Add(Target);
        command.Options.Add(Pareto);
        command.Options.Add(Division);
        foreach ((Option<double?> option, _) in Limits)
            command.Options.Add(option);
        command.SetAction(static (parsed, cancellationToken) => Task.Run(() => Solve(parsed, cancellationToken), CancellationToken.None));
        return command;
    }

    private static int Solve(ParseResult parsed, CancellationToken cancellationToken)
    {
        WordOption.PrintFormerSpellings(parsed, Console.Error);
        CellCatalog cells = CellSession.Open(parsed, out int exitCode);
        OneArrayKeys keys = Shared.Read(parsed);
        ArrayQuestion question = ArrayOptions<OneArrayKeys>.Question(keys, parsed.GetRequiredValue(Cell), keys.BitsPerCell) with
        {
            Axes = parsed.GetValue(Pareto) ?? [],
            Limits = LimitsOf(parsed),
        };
        question =
            question with
            {
                Organisation = parsed.GetValue(Division) is { } division
                    ? division with { Driver = question.Driver ?? division.Driver }
                    : null
            };
        ArrayAnswer answer = new ArrayStudy(cells.Cell, CommonOptions.ArrayCache(parsed)).Answer(question, cancellationToken);
        if (parsed.GetValue(Target) is { } target)
            answer = answer with { Arrays = [.. answer.Arrays.Where(array => array.Target is null || array.Target == target)] };
        Console.Out.Write(parsed.GetValue(Shared.Format) switch
        {
            "json" => ArrayJson.Render(answer),
            "csv" => ArrayCsv.Render([answer]),
            _ => ArrayTable.Render(answer),
        });
        return exitCode;
    }

    private static BankLimits LimitsOf(ParseResult parsed)
    {
        BankLimits limits = new();
        foreach ((Option<double?> option, Func<BankLimits, double, BankLimits> set) in Limits)
        {
            if (parsed.GetValue(option) is { } value)
                limits = set(limits, value);
        }

        return limits;
    }

    private static KeyOption<double?> Limit(string stem, string unit) => new(new DocumentKey<double?>(
        $"{stem}_{unit}",
        "Reject banks above this limit",
        new RealNumberType { Range = new ValueRange(double.Epsilon, double.PositiveInfinity) { Shown = "above 0" } })
    {
        Unit = unit,
    });
}
