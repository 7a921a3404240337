using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Memti.EndToEnd.Tests;

public sealed partial class ReportCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("memti-reports-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_page_is_the_same_bytes_for_any_number_of_threads_and_names_its_command()
    {
        string one = Page("--threads", "1");
        string two = Page("--threads", "2");

        one.Replace("--threads 1", "--threads 2", StringComparison.Ordinal).ShouldBe(two);
        one.ShouldContain("memti report ");
    }

    [Fact]
    public void A_frame_takes_the_energy_that_the_run_reports()
    {
        using JsonDocument data = JsonDocument.Parse(Data().Match(Page("--frame", "20")).Groups[1].Value);
        JsonElement timeline = data.RootElement.GetProperty("timelines").EnumerateArray()
            .Single(static timeline => timeline.GetProperty("design").GetString() == "memti");

        double[][] steps = [.. timeline.GetProperty("power").EnumerateArray().Select(static step => step.EnumerateArray().Select(static number => number.GetDouble()).ToArray())];
        double length = timeline.GetProperty("length").GetDouble();
        double microjoules = steps.Zip(steps.Skip(1).Append([length, 0]), static (step, next) => step[1] * (next[0] - step[0])).Sum();

        length.ShouldBe(1000.0 / 30, 1e-5);
        microjoules.ShouldBe(1324, 1324 * 0.005); // energy per frame of the design in the table of the README
    }

    [Theory]
    [InlineData("energy")]
    [InlineData("energy_share")]
    [InlineData("components")]
    [InlineData("lifetime")]
    [InlineData("power")]
    [InlineData("sensitivity")]
    public void Each_chart_is_a_drawing(string chart)
    {
        Memti run = Report("--chart", chart, "--width", "600");

        run.ExitCode.ShouldBe(0, run.Errors);
        XDocument.Parse(run.Output).Root!.Attribute("width")!.Value.ShouldBe("600");
    }

    [Theory]
    [InlineData("MEMTI4304", "--chart", "sensitivity", "--no-sensitivity")]
    [InlineData("MEMTI4302", "--frame", "100000000", "--no-sensitivity")]
    public void What_cannot_be_shown_is_a_finding_and_leaves_no_file(string code, params string[] more)
    {
        Memti run = Report([.. more, "-o", Path.Combine(_folder.FullName, "out.html")]);

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain(code);
        _folder.GetFiles().ShouldBeEmpty();
    }

    [Fact]
    public void An_unknown_chart_names_those_that_there_are()
    {
        Memti run = Report("--chart", "enery");

        run.ExitCode.ShouldBe(2);
        run.Errors.ShouldContain("energy_share");
    }

    private string Page(params string[] more)
    {
        Memti run = Report([.. more, "--no-sensitivity"]);
        run.ExitCode.ShouldBe(0, run.Errors);
        return run.Output;
    }

    private static Memti Report(params string[] more) => Memti.Run(["report", Built.PaperScenario, "--design", "memti", .. more]);

    [GeneratedRegex("<script type=\"application/json\" id=\"data\">(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Data();
}
