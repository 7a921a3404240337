using Memti.Runs;
using Memti.Runs.Reports;
using Memti.Runs.Running;

namespace Memti.EndToEnd.Tests;

/// <summary>A run reads its scenario once: what an editor writes meanwhile is of another run.</summary>
public sealed class OneReadingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_scenario_that_is_edited_while_it_runs_is_reported_as_it_was_read()
    {
        string untouched = Written();
        RunReport before = Run(untouched, static () => { });

        string edited = Written();
        RunReport after = Run(edited, () => File.AppendAllText(edited, "\nname: another\n"));

        ReportJson.Render(after).ShouldBe(ReportJson.Render(before));
    }

    [Fact]
    public void A_scenario_that_is_gone_before_its_numbers_are_moved_has_them_moved_all_the_same()
    {
        string file = Written();
        RunReport report = Run(file, () => File.Delete(file));

        report.Designs[0].Comparisons.ShouldContain(static figure => figure.Elasticities.Count > 0);
    }

    private string Written()
    {
        string[] names = ["memti-paper.memti.yaml", "memti-paper.calibration.yaml"];
        foreach (string name in names)
            _folder.Write(name, File.ReadAllText(Path.Combine(Path.GetDirectoryName(Built.PaperScenario)!, name)));
        return _folder.Path(names[0]);
    }

    /// <summary>Runs two designs and does something once, when the first of them is done and no number was moved yet.</summary>
    private static RunReport Run(string scenario, Action once)
    {
        var request = new RunRequest { ScenarioFile = scenario, Designs = ["memti"], Threads = 1, Progress = new Once(once) };
        RunOutcome outcome = Pipeline.Run(request);
        return outcome.Report.ShouldNotBeNull(string.Join('\n', outcome.Findings));
    }

    private sealed class Once(Action action) : IProgress<RunProgress>
    {
        private bool _done;

        public void Report(RunProgress value)
        {
            if (_done)
                return;
            _done = true;
            action();
        }
    }
}
