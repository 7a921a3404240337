using System.CommandLine;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;
using Memti.Host.Rendering;
using Memti.Runs.Sweeps.Charts;
using Memti.Runs.Sweeps.Output;
using Memti.Runs.Sweeps.Running;

namespace Memti.Host.Commands.Sweeps;

/// <summary>Writes what came of a sweep into a folder, and prints it.</summary>
internal static class SweepResults
{
    /// <summary><c>--json-points</c>.</summary>
    public static readonly Option<bool> JsonPoints = new("--json-points")
    {
        Description = "Also write one JSON file for each point into the folder `points`.",
    };

    /// <summary>The folder of the results of a study that names none.</summary>
    public static string FolderOf(string study) => Path.ChangeExtension(study, ".results");

    /// <summary>Writes and prints.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="parsed">The command, with the options of this class.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>False when there are no results.</returns>
    public static bool Save(SweepOutcome outcome, string folder, ParseResult parsed, CancellationToken cancellationToken)
    {
        DiagnosticPrinter.Print(Console.Error, outcome.Findings);
        if (outcome.Result is not { } result)
            return false;
        WholeFile.MakeFolder(folder);
        Leftovers.Sweep(folder, below: false);
        SweepCsv.Write(Path.Combine(folder, "results.csv"), result.Table);
        SweepParquet.Write(Path.Combine(folder, "results.parquet"), result);
        IReadOnlyList<string> drawings = StudyCharts.Write(folder, result, out IReadOnlyList<Diagnostic> notDrawn);
        DiagnosticPrinter.Print(Console.Error, notDrawn);
        if (parsed.GetValue(JsonPoints))
            PointsJson.Write(Path.Combine(folder, "points"), result.Table);
        Console.Out.Write(SweepText.Render(result));
        if (parsed.GetValue(PngOption.Flag))
            PngOption.Paint(drawings, cancellationToken);
        return true;
    }
}
