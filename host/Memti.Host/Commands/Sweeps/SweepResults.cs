using Memti.Documents.Files;
using Memti.Host.Rendering;
using Memti.Runs.Sweeps.Charts;
using Memti.Runs.Sweeps.Output;
using Memti.Runs.Sweeps.Running;

namespace Memti.Host.Commands.Sweeps;

/// <summary>Writes what came of a sweep into a folder, and prints it.</summary>
internal static class SweepResults
{
    /// <summary>The folder of the results of a study that names none.</summary>
    public static string FolderOf(string study) => Path.ChangeExtension(study, ".results");

    /// <summary>Writes and prints.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="jsonPoints">True to write one JSON file for each point as well.</param>
    /// <returns>False when there are no results.</returns>
    public static bool Save(SweepOutcome outcome, string folder, bool jsonPoints)
    {
        DiagnosticPrinter.Print(Console.Error, outcome.Findings);
        if (outcome.Result is not { } result)
            return false;
        WholeFile.MakeFolder(folder);
        Leftovers.Sweep(folder, below: false);
        SweepCsv.Write(Path.Combine(folder, "results.csv"), result.Table);
        SweepParquet.Write(Path.Combine(folder, "results.parquet"), result);
        DiagnosticPrinter.Print(Console.Error, StudyCharts.Write(folder, result));
        if (jsonPoints)
            PointsJson.Write(Path.Combine(folder, "points"), result.Table);
        Console.Out.Write(SweepText.Render(result));
        return true;
    }
}
