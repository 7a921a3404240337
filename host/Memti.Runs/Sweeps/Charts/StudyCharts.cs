using System.Globalization;
using System.Text;
using Memti.Abstractions.Diagnostics;
using Memti.Charts;
using Memti.Documents.Files;
using Memti.Runs.Codes;
using Memti.Runs.Sweeps.Results;

namespace Memti.Runs.Sweeps.Charts;

/// <summary>Draws the charts of a study.</summary>
public static class StudyCharts
{
    /// <summary>The charts that a study wants, in its order.</summary>
    public static IReadOnlyList<StudyDrawing> Of(SweepResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return [.. result.Charts.Select(chart => Of(result, chart))];
    }

    /// <summary>
    /// Writes the charts that can be drawn into a folder, each as <c>NAME.svg</c>, and <c>tornado-DESIGN.svg</c> where numbers were drawn.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <param name="result">What the charts show.</param>
    /// <param name="findings">Warnings for those that the study names and that cannot be drawn.</param>
    /// <returns>The files.</returns>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.OutputUnwritable"/>.</exception>
    public static IReadOnlyList<string> Write(string folder, SweepResult result, out IReadOnlyList<Diagnostic> findings)
    {
        List<string> files = [];
        List<Diagnostic> notDrawn = [];
        foreach (StudyDrawing drawing in Of(result))
            if (drawing.Chart is { } chart)
                Draw(drawing.Wanted.Name, chart);
            else if (!drawing.Wanted.IsUsual)
                notDrawn.Add(new Diagnostic(
                    SweepCodes.ChartNotDrawn, $"chart '{drawing.Wanted.Name}' is not drawn: {drawing.Trouble}.")
                {
                    Severity = Severity.Warning,
                    File = result.File,
                    Key = $"charts.{drawing.Wanted.Name}",
                });
        foreach ((string design, Tornado chart) in StudyTornados.Of(result))
            Draw($"tornado-{design}", chart);
        findings = notDrawn;
        return files;

        void Draw(string name, Chart chart)
        {
            files.Add(Path.Combine(folder, name + ".svg"));
            WholeFile.Write(files[^1], Encoding.UTF8.GetBytes(chart.Draw()));
        }
    }

    private static string Short(string hash) => hash[..Math.Min(12, hash.Length)];

    private static StudyDrawing Of(SweepResult result, StudyChart chart)
    {
        string source = string.Create(
            CultureInfo.InvariantCulture, $"memti {result.Version}, {result.Study}, sha256 {Short(result.Sha256)}");
        var rows = new ChartRows(result, chart);
        return rows.Points.Count == 0
            ? StudyDrawing.None(rows, "no point has the values of `at`")
            : chart.Kind switch
            {
                StudyChartKind.Lines => LineChart.Of(rows, source),
                StudyChartKind.Front => FrontChart.Of(rows, source),
                _ => BarChart.Of(rows, source),
            };
    }
}
