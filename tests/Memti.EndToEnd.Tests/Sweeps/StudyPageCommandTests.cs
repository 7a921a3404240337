using System.Diagnostics;
using System.Net;
using Memti.Runs.Codes;

namespace Memti.EndToEnd.Tests.Sweeps;

/// <summary>Charts of a study, its page, and the explorer, by their commands.</summary>
public sealed class StudyPageCommandTests : IDisposable
{
    private static readonly string Study = $$"""
        memti_study: 1
        base: {{Built.PaperScenario}}
        set: { workload.duration_s: 10 }
        designs: [memti]
        axes: { workload.fps: [10, 30], bits: { key: designs.memti.memories.shared.bits_per_cell, values: [2, 3] } }
        charts: { energy: { kind: lines, y: energy_per_frame_mj }, few: { kind: bars, x: bits, y: max_fps, at: { workload.fps: 10 } } }

        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Charts_lie_beside_the_table()
    {
        Sweep().ExitCode.ShouldBe(0);
        foreach (string name in (string[])["energy.svg", "few.svg"])
            File.ReadAllText(_folder.Path("out", name)).ShouldStartWith("<svg");
    }

    [Fact]
    public void A_page_of_a_study_and_one_of_its_results_say_the_same_but_for_the_command()
    {
        string study = _folder.Write("a.study.yaml", Study), one = _folder.Path("one.html"), other = _folder.Path("other.html");
        Memti ran = Memti.Run("report", study, "--results", _folder.Path("out"), "-o", one);
        ran.ExitCode.ShouldBe(0, ran.Errors);
        Sweep().ExitCode.ShouldBe(0);
        Memti read = Memti.Run("report", _folder.Path("out"), "-o", other);
        read.ExitCode.ShouldBe(0, read.Errors);
        WithoutCommand(File.ReadAllText(other)).ShouldBe(WithoutCommand(File.ReadAllText(one)));
    }

    [Fact]
    public async Task An_explorer_answers_its_page_and_nobody_under_another_name()
    {
        Sweep().ExitCode.ShouldBe(0);
        using Process explorer = Memti.Start("explore", _folder.Path("out"));
        try
        {
            string address = (await explorer.StandardOutput.ReadLineAsync()).ShouldNotBeNull();
            using var client = new HttpClient { BaseAddress = new Uri(address) };
            (await client.GetStringAsync("")).ShouldContain("connect-src");
            (await client.GetStringAsync(Ask("rows", """{ "filter": { "designs": [1] }, "sort": "workload.fps", "size": 1 }""")))
                .ShouldStartWith("""{"count":4,"rows":[{"point":0,"design":"memti",""");
            (await client.GetStringAsync(Ask("points", """{ "chart": 0 }"""))).ShouldContain("\"memti, bits 3\"");
            (await client.GetAsync(Ask("rows", """{ "sort": "colour" }"""))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await client.GetAsync("etc/passwd")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            using var other = new HttpRequestMessage(HttpMethod.Get, "") { Headers = { Host = "other.example" } };
            (await client.SendAsync(other)).IsSuccessStatusCode.ShouldBeFalse();
            Memti second = Memti.Run("explore", _folder.Path("out"), "--port", new Uri(address).Port.ToString());
            (second.ExitCode, second.Errors.Contains(SweepCodes.PortInUse)).ShouldBe((1, true), second.Errors);
        }
        finally
        {
            explorer.Kill(entireProcessTree: true);
        }
    }

    [Fact]
    public void A_folder_without_results_is_a_finding()
    {
        Memti run = Memti.Run("explore", _folder.Root);
        (run.ExitCode, run.Errors.Contains(SweepCodes.BadResults)).ShouldBe((1, true), run.Errors);
    }

    [Theory]
    [InlineData("{ kind: lines, x: cell }", SweepCodes.BadChart)]
    [InlineData("{ kind: lines, x: fsp }", "MEMTI2010")]
    [InlineData("{ kind: front }", SweepCodes.BadChart)]
    [InlineData("{ kind: lines, at: { bits: 9 } }", SweepCodes.BadChart)]
    public void A_chart_that_cannot_be_is_found_before_the_first_point(string chart, string code)
    {
        string study = $$"""
            memti_study: 1
            base: {{Built.PaperScenario}}
            axes:
              workload.fps: [10]
              bits: { key: designs.memti.memories.shared.bits_per_cell, values: [2] }
              cell: { key: memories.shared.cell, values: [one] }
            charts: { c: {{chart}} }

            """;
        Memti run = Memti.Run("sweep", _folder.Write("a.study.yaml", study), "--output", _folder.Path("out"));
        (run.ExitCode, run.Errors.Contains(code)).ShouldBe((1, true), run.Errors);
    }

    private static string Ask(string what, string question) => $"{what}?q={Uri.EscapeDataString(question)}";

    private static string WithoutCommand(string page) => string.Join('\n', page.Split('\n').Where(static line => !line.Contains("memti report")));

    private Memti Sweep() => Memti.Run("sweep", _folder.Write("a.study.yaml", Study), "--output", _folder.Path("out"));
}
