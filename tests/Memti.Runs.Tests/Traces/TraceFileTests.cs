using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Units;
using Memti.Documents.Files;
using Memti.Runs.Codes;
using Memti.Runs.Traces;

namespace Memti.Runs.Tests.Traces;

public sealed class TraceFileTests
{
    [Theory]
    [InlineData("run.vcd", TraceFormat.Waves)]
    [InlineData("run.VCD", TraceFormat.Waves)]
    [InlineData("run.perfetto-trace", TraceFormat.Timeline)]
    [InlineData("frames.csv", TraceFormat.Frames)]
    [InlineData("run.json", null)]
    public void The_ending_of_a_file_chooses_its_form(string file, TraceFormat? format) => TraceRequest.FormatOf(file).ShouldBe(format);

    [Theory]
    [InlineData("run.vcd")]
    [InlineData("run.perfetto-trace")]
    public void A_file_has_its_name_once_it_is_complete(string name)
    {
        using var folder = new TemporaryFolder();
        using var file = new TraceFile(new TraceRequest { File = folder.Path(name) }, "node", null, hasStreams: false);
        VcdTests.Play(file.Listener);
        File.Exists(folder.Path(name)).ShouldBeFalse();

        file.Complete();

        Directory.GetFiles(folder.Root).ShouldBe([folder.Path(name)]);
    }

    [Fact]
    public void A_file_that_is_not_completed_leaves_nothing_behind_and_an_older_one_as_it_is()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("run.vcd", "older");

        using (var file = new TraceFile(new TraceRequest { File = path }, "node", null, hasStreams: false))
            VcdTests.Play(file.Listener);

        Directory.GetFiles(folder.Root).ShouldBe([path]);
        File.ReadAllText(path).ShouldBe("older");
    }

    [Fact]
    public void A_window_that_the_run_does_not_reach_is_a_finding()
    {
        using var folder = new TemporaryFolder();
        var request = new TraceRequest { File = folder.Path("run.vcd"), From = SimTime.FromSeconds(1) };
        using var file = new TraceFile(request, "node", null, hasStreams: false);
        VcdTests.Play(file.Listener);

        Diagnostic finding = Should.Throw<MemtiException>(file.Complete).Diagnostic;

        finding.Code.ShouldBe(RunCodes.WindowNotReached);
        finding.Key.ShouldBe("trace-from");
    }

    [Fact]
    public void A_folder_that_is_not_there_is_a_finding() => Should.Throw<MemtiException>(
        static () => new TraceFile(new TraceRequest { File = Path.Combine("no", "such", "folder.vcd") }, "node", null, hasStreams: false))
        .Diagnostic.Code.ShouldBe(DiagnosticCode.OutputUnwritable);

    [Fact]
    public void A_run_that_fails_leaves_what_it_did()
    {
        using var folder = new TemporaryFolder();
        using var file = new TraceFile(new TraceRequest { File = folder.Path("run.vcd") }, "node", null, hasStreams: false);
        new ScriptedMachine(file.Listener).At(2_000).Begin(0, 0, [0]);

        file.Complete();

        File.ReadAllText(folder.Path("run.vcd")).ShouldContain("#2000\n");
    }

    [Fact]
    public void A_name_that_is_taken_meanwhile_is_said_at_the_end_and_disturbs_nobody_before()
    {
        using var folder = new TemporaryFolder();
        using var file = new GrowingFileStream(folder.Path("run.vcd"));
        Directory.CreateDirectory(folder.Path("run.vcd", "in-the-way"));
        file.Write(new byte[100_000]);

        Should.Throw<MemtiException>(file.Complete).Diagnostic.Code.ShouldBe(DiagnosticCode.OutputUnwritable);
    }
}
