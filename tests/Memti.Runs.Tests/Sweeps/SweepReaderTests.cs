using Memti.Abstractions.Diagnostics;
using Memti.Runs.Codes;
using Memti.Runs.Sweeps.Documents;
using Memti.Runs.Sweeps.Points;

namespace Memti.Runs.Tests.Sweeps;

public sealed class SweepReaderTests : IDisposable
{
    private const string Small = """
        memti_study: 1
        base: some.memti.yaml
        axes:
          workload.fps: [1, 30]
          bits: { key: memories.shared.bits_per_cell, range: { from: 1, to: 3, step: 1 } }

        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Points_are_every_combination_and_the_last_axis_is_the_fastest()
    {
        PointGrid grid = PointGrid.Of(Sound(Small));
        grid.Count.ShouldBe(6);
        grid.Overrides(1).ShouldBe(["workload.fps=1", "memories.shared.bits_per_cell=2"]);
        grid.Overrides(5).ShouldBe(["workload.fps=30", "memories.shared.bits_per_cell=3"]);
    }

    [Theory]
    [InlineData("a: { range: { from: 0, to: 0.3, step: 0.1 } }", "a=0 a=0.1 a=0.2 a=0.3")]
    [InlineData("a: { range: { from: -20, to: 10, step: 12.5 } }", "a=-20 a=-7.5 a=5")]
    [InlineData("a: { range: { from: 1e-30, to: 3e-30, step: 1e-30 } }", "a=1e-30 a=2e-30 a=3e-30")]
    [InlineData("a: { range: { from: 0, to: 2e300, step: 1e300 } }", "a=0 a=1e300 a=2e300")]
    [InlineData("a: { range: { from: 0.05, to: 1000, step: 500 } }", "a=0.05 a=500.05")]
    [InlineData("a: { range: { from: 1, to: 2, step: 0.5000000001 } }", "a=1 a=1.5000000001")]
    [InlineData("a: { log: { from: 1, to: 1000, points: 4 } }", "a=1 a=10 a=100 a=1000")]
    [InlineData("a: { whole: true, log: { from: 1, to: 4, points: 7 } }", "a=1 a=2 a=3 a=4")]
    [InlineData("a: { key: [b, c.d], values: [x, '5', {e: 1}] }", "b=x c.d=x b=\"5\" c.d=\"5\" b={\"e\": 1} c.d={\"e\": 1}")]
    [InlineData("a: { cases: { one: { b: 1, c: 2 }, two: {} } }", "b=1 c=2")]
    public void An_axis_sets_what_it_says(string axis, string overrides)
    {
        PointGrid grid = PointGrid.Of(Sound($"memti_study: 1\nbase: some.memti.yaml\naxes:\n  {axis}\n"));
        string.Join(' ', Enumerable.Range(0, grid.Count).SelectMany(grid.Overrides)).ShouldBe(overrides);
    }

    [Fact]
    public void Zipped_axes_are_walked_together()
    {
        const string Text = "memti_study: 1\nbase: s.yaml\naxes: { a: [1, 2], b: [x, y, z], c: [3, 4] }\nzip: [[a, c]]\n";
        PointGrid grid = PointGrid.Of(Sound(Text));
        Enumerable.Range(0, grid.Count).Select(point => string.Join(' ', grid.Overrides(point)))
            .ShouldBe(["a=1 b=x c=3", "a=1 b=y c=3", "a=1 b=z c=3", "a=2 b=x c=4", "a=2 b=y c=4", "a=2 b=z c=4"]);
    }

    [Fact]
    public void A_constraint_of_axes_leaves_points_out()
    {
        PointGrid grid = PointGrid.Of(Sound(Small + "constraints: [workload.fps * bits < 60]\n"));
        grid.Count.ShouldBe(4);
        grid.Overrides(3).ShouldBe(["workload.fps=30", "memories.shared.bits_per_cell=1"]);
    }

    [Theory]
    [InlineData("random")]
    [InlineData("latin_hypercube")]
    [InlineData("sobol")]
    public void A_sample_draws_from_ranges_and_lists(string method)
    {
        string text = $"memti_study: 1\nbase: s.yaml\naxes: {{ a: {{ range: {{ from: 2, to: 3 }} }}, b: [x, y] }}\n"
            + $"sample: {{ method: {method}, points: 64 }}\n";
        PointGrid grid = PointGrid.Of(Sound(text));
        grid.Count.ShouldBe(64);
        double[] drawn = [.. Enumerable.Range(0, 64).Select(point => double.Parse(grid.Case(point, 0).Text))];
        drawn.ShouldAllBe(static value => value >= 2 && value <= 3);
        drawn.Distinct().Count().ShouldBeGreaterThan(60);
        Enumerable.Range(0, 64).Count(point => grid.Case(point, 1).Text == "x").ShouldBeInRange(16, 48);
    }

    [Theory]
    [InlineData("axes: {}", SweepCodes.NoPoints)]
    [InlineData("axes: { a: [] }", SweepCodes.NoPoints)]
    [InlineData("axes: { a: { range: { from: 1, to: 2 } } }", SweepCodes.NoPoints)]
    [InlineData("axes: { a: { range: { from: 2, to: 1, step: 1 } } }", SweepCodes.BadAxis)]
    [InlineData("axes: { a: { range: { from: 1, to: 2, step: 1e-300 } } }", SweepCodes.BadAxis)]
    [InlineData("axes: { a: { range: { from: 1, to: 3, step: 1e308 } } }", SweepCodes.BadAxis)]
    [InlineData("axes: { a: { range: { from: 1, to: 2, step: 0.0000001 } } }", SweepCodes.BadAxis)]
    [InlineData("axes: { a: [1, 2], b: [1] }\nzip: [[a, b]]", SweepCodes.BadAxis)]
    [InlineData("axes: { a: [1] }\nzip: [[a, b]]", DiagnosticCode.UnknownName)]
    [InlineData("axes: { a: [1] }\nconstraints: [energy < 3]", SweepCodes.BadConstraint)]
    [InlineData("axes: { a: [1] }\nmetrics: [energy_per_frame]", DiagnosticCode.UnknownName)]
    [InlineData("axes: { a: [1] }\nobjectives: { energy_per_frame_mj: little }", DiagnosticCode.ValueOutOfRange)]
    [InlineData("axes: { a: { rnage: { from: 1, to: 2, step: 1 } } }", "MEMTI2003")]
    [InlineData("axes: { a: 5 }", "MEMTI2005")]
    [InlineData("axes: { a: { values: [1], cases: { x: {} } } }", DiagnosticCode.ValueOutOfRange)]
    public void What_is_wrong_with_a_study_is_a_finding(string text, string code)
    {
        Read("memti_study: 1\nbase: s.yaml\n" + text + "\n", out IReadOnlyList<Diagnostic> findings).ShouldBeNull();
        findings.ShouldContain(finding => finding.Code == code && finding.Line > 2);
    }

    [Theory]
    [InlineData("constraints: [workload.fps > 1000]", SweepCodes.NoPoints)]
    [InlineData("sample: { points: 1000 }\nconstraints: [bits > 5]", SweepCodes.NoPoints)]
    public void A_study_without_a_point_is_refused(string more, string code) =>
        Should.Throw<MemtiException>(() => PointGrid.Of(Sound(Small + more + "\n"))).Diagnostic.Code.ShouldBe(code);

    [Fact]
    public void A_study_of_too_many_points_is_refused()
    {
        string axes = string.Join(", ", Enumerable.Range(0, 8).Select(static axis => $"a{axis}: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]"));
        SweepStudy study = Sound($"memti_study: 1\nbase: s.yaml\naxes: {{ {axes} }}\n");
        Should.Throw<MemtiException>(() => PointGrid.Of(study)).Diagnostic.Code.ShouldBe(SweepCodes.TooManyPoints);
    }

    [Fact]
    public void A_metric_that_only_a_constraint_names_is_a_column()
    {
        SweepStudy study = Sound(Small + "metrics: [fps]\nconstraints: [frames_missed == 0]\nobjectives: { energy_per_frame_mj: minimise }\n");
        study.Metrics.Count.ShouldBe(3);
    }

    private SweepStudy Sound(string text) =>
        Read(text, out IReadOnlyList<Diagnostic> findings).ShouldNotBeNull(string.Join('\n', findings));

    private SweepStudy? Read(string text, out IReadOnlyList<Diagnostic> findings)
    {
        string file = Path.Combine(_folder.Root, "a.study.yaml");
        File.WriteAllText(file, text);
        return SweepReader.ReadFile(file, out findings);
    }
}
