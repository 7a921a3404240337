using System.CommandLine;
using Memti.Abstractions.Arrays;
using Memti.Abstractions.Diagnostics;
using Memti.Host.Rendering;
using Memti.Plugins.Catalog;
using Memti.Runs.Arrays;

namespace Memti.Host.Commands;

/// <summary><c>memti array compare</c>: solves one memory in several cells for one target.</summary>
internal static class ArrayCompareCommand
{
    private static readonly ArrayOptions<ArrayKeys> Shared = new();

    private static readonly Option<string[]> Cells = new("--cell", "-c")
    {
        Description = "A cell, a memory kind or a cell file. May be given more than once. Default: the default cell of every kind.",
        HelpName = "CELL",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<int[]> Bits = new("--bits-per-cell", "-b")
    {
        Description = "Bits stored in one cell, 1 to 4. May be given more than once. A cell that stores fewer is left out.",
        HelpName = "N",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = static _ => [1],
    };

    private static readonly Option<ArrayTarget> Target = WordOption.One("--target", ArrayDefaults.Target, "-t");

    public static Command Create()
    {
        var command = new Command(
            "compare",
            "Solve the same memory in several technologies and compare the results. A technology that cannot be built says why.\n"
            + "Examples:\n"
            + "  memti array compare --data-bytes 2097152\n"
            + "  memti array compare --cell rram --cell rram-crosspoint-4f2 --bits-per-cell 1 2 3 --data-bytes 2097152 --target area") {
                Cells,
                Bits
            };
        Shared["word_bits"].Aliases.Add("-w");
        Shared.AddTo(command);
        Target.Description = "Target for which organisations are chosen.";
        command.Options.Add(Target);
        command.SetAction(static (parsed, cancellationToken) => Task.Run(() => Compare(parsed, cancellationToken), CancellationToken.None));
        return command;
    }

    private static int Compare(ParseResult parsed, CancellationToken cancellationToken)
    {
        WordOption.PrintFormerSpellings(parsed, Console.Error);
        CellCatalog catalog = CellSession.Open(parsed, out int exitCode);
        string[] named = parsed.GetValue(Cells) ?? [];
        string[] names = named.Length > 0 ? named : [.. catalog.Defaults.Values.Select(static file => file.Cell.Name)];
        int[] bits = parsed.GetRequiredValue(Bits);
        ArrayKeys keys = Shared.Read(parsed);
        ArrayStudy study = new(catalog.Cell, CommonOptions.ArrayCache(parsed));
        List<ArrayAnswer> answers = [];
        List<Diagnostic> refused = [];
        foreach (string name in names)
            // A cell with fewer bits than asked for is skipped silently, except for the least number: that one reports why.
            foreach (int stored in bits.Where(stored => stored <= Math.Max(catalog.Cell(name).MaximumBitsPerCell, bits.Min())))
                Solve(study, ArrayOptions<ArrayKeys>.Question(keys, name, stored), answers, refused, cancellationToken);
        ArrayTarget target = parsed.GetValue(Target);
        answers = [.. answers.Select(answer => answer with { Arrays = [.. answer.Arrays.Where(array => array.Target == target)] })];
        DiagnosticPrinter.Print(Console.Error, refused);
        Console.Out.Write(parsed.GetValue(Shared.Format) switch
        {
            "json" => ArrayJson.Render(answers),
            "csv" => ArrayCsv.Render(answers),
            _ => ArrayTable.Compare(answers, target),
        });
        // One infeasible cell must not hide the others, but the exit code tells of it.
        return refused.Count > 0 ? ExitCode.Findings : exitCode;
    }

    private static void Solve(
        ArrayStudy study, ArrayQuestion question, List<ArrayAnswer> answers, List<Diagnostic> refused, CancellationToken cancellationToken)
    {
        try
        {
            answers.Add(study.Answer(question, cancellationToken));
        }
        catch (MemtiException error)
        {
            refused.Add(error.Diagnostic);
        }
    }
}
