using System.Diagnostics;
using Memti.Abstractions.Diagnostics;
using Memti.Build.Tasks.Requests;
using Memti.Build.Tasks.Workers;
using Microsoft.Build.Framework;

namespace Memti.Build.Tasks.Tests;

public sealed class WeightStageTests : IDisposable
{
    private readonly StageRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void A_worker_that_ends_well_is_a_stage_that_went_well()
    {
        _run.Run("""out {"event":"done","up_to_date":true}""").ShouldBeTrue();

        _run.Engine.Errors.ShouldBeEmpty();
    }

    [Fact]
    public void A_stage_says_whether_it_had_nothing_to_do()
    {
        RetrainAdapters idle = _run.Stage<RetrainAdapters>("""out {"event":"done","up_to_date":true}""");
        idle.Execute();
        RetrainAdapters busy = _run.Stage<RetrainAdapters>("""out {"event":"done","up_to_date":false}""");
        busy.Execute();

        (idle.UpToDate, busy.UpToDate).ShouldBe((true, false));
    }

    [Fact]
    public void One_stage_of_several_that_had_something_to_do_is_enough()
    {
        BuildWeights all = _run.Stage<BuildWeights>(
            """out {"event":"done","stage":"retrain","up_to_date":false}""", """out {"event":"done","stage":"emit","up_to_date":true}""");

        all.Execute();

        all.UpToDate.ShouldBeFalse();
    }

    [Theory]
    [InlineData(typeof(BuildWeights), "build")]
    [InlineData(typeof(RetrainAdapters), "retrain")]
    [InlineData(typeof(EmitWeightImages), "emit")]
    [InlineData(typeof(SimulateDeployment), "simulate")]
    [InlineData(typeof(CheckBudgets), "check")]
    public void Each_task_asks_the_worker_for_its_stage_of_the_request(Type task, string stage)
    {
        _run.Prepare((WeightStage)Activator.CreateInstance(task)!, "arguments").Execute();

        _run.Engine.TextsOf(MessageImportance.Low).ShouldContain($"arguments: weights|{stage}|{_run.InFolder("script.txt")}|--events");
    }

    [Fact]
    public void The_worker_runs_in_the_folder_of_the_project_and_not_in_that_of_the_build()
    {
        _run.Run("folder");

        _run.Engine.TextsOf(MessageImportance.Low).ShouldContain($"folder: {_run.Folder}");
    }

    [Fact]
    public void A_finding_keeps_code_place_and_words()
    {
        _run.Run(
            """out {"event":"diagnostic","severity":"error","code":"MEMTI7104","file":"a.csproj","line":3,"column":5,"message":"90 % of {0} is missing.","key":"signs"}""",
            "exit 1").ShouldBeFalse();

        BuildErrorEventArgs error = _run.Engine.Errors.ShouldHaveSingleItem();
        (error.Code, error.File, error.LineNumber, error.ColumnNumber, error.Message).ShouldBe(
            ("MEMTI7104", "a.csproj", 3, 5, "90 % of {0} is missing."));
    }

    [Fact]
    public void A_warning_of_the_worker_does_not_fail_the_stage()
    {
        _run.Run(
            """out {"event":"diagnostic","severity":"warning","code":"MEMTI7105","file":"a.csproj","line":3,"column":5,"message":"close."}""").ShouldBeTrue();

        _run.Engine.Warnings.ShouldHaveSingleItem().Code.ShouldBe("MEMTI7105");
    }

    [Fact]
    public void A_remark_of_the_worker_is_a_message_with_its_code()
    {
        _run.Run("""out {"event":"diagnostic","severity":"info","code":"MEMTI7106","message":"as before."}""").ShouldBeTrue();

        _run.Engine.Messages.ShouldContain(static message => message.Code == "MEMTI7106" && message.Message == "as before.");
    }

    [Fact]
    public void An_error_fails_the_stage_even_when_the_worker_ends_well() =>
        _run.Run("""out {"event":"diagnostic","severity":"error","code":"MEMTI7104","message":"no."}""", "exit 0").ShouldBeFalse();

    [Fact]
    public void A_worker_that_fails_without_a_word_is_a_coded_error_with_its_last_lines()
    {
        _run.Run("err Unhandled exception. There it broke.", "err    at Some.Method()", "err --- End of stack trace ---", "exit 134")
            .ShouldBeFalse();

        BuildErrorEventArgs error = _run.Engine.Errors.ShouldHaveSingleItem();
        error.Code.ShouldBe(BuildCodes.BuildWorkerFailed);
        error.Message!.ShouldContain("exit code 134");
        error.Message!.ShouldEndWith("Its last lines: Unhandled exception. There it broke.");
    }

    [Fact]
    public void A_worker_that_stops_though_nobody_asked_it_to_is_a_coded_error()
    {
        _run.Run("exit 130").ShouldBeFalse();

        _run.Engine.Errors.ShouldHaveSingleItem().Code.ShouldBe(BuildCodes.BuildWorkerFailed);
    }

    [Fact]
    public void A_worker_that_is_not_there_is_a_coded_error_that_names_it()
    {
        RetrainAdapters stage = _run.Stage<RetrainAdapters>();
        stage.WorkerAssembly = "nowhere/memti.dll";

        stage.Execute().ShouldBeFalse();

        BuildErrorEventArgs error = _run.Engine.Errors.ShouldHaveSingleItem();
        error.Code.ShouldBe(BuildCodes.BuildWorkerMissing);
        error.Message!.ShouldContain(_run.InFolder("nowhere/memti.dll"));
    }

    [Fact]
    public void A_host_that_cannot_be_started_is_a_coded_error()
    {
        RetrainAdapters stage = _run.Stage<RetrainAdapters>();
        stage.DotNetHost = _run.InFolder("no-dotnet");

        stage.Execute().ShouldBeFalse();

        _run.Engine.Errors.ShouldHaveSingleItem().Code.ShouldBe(BuildCodes.BuildWorkerFailed);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"event":""")]
    [InlineData("""{"event":"progress"}""")]
    [InlineData("""{"event":"diagnostic","severity":"error"}""")]
    [InlineData("""{"event":"output"}""")]
    [InlineData("""{"event":"something new","text":"x"}""")]
    [InlineData("""{"event":"progress","text":"x","line":"three"}""")]
    [InlineData("[1, 2]")]
    [InlineData("a plugin greets the world {0}")]
    public void A_line_that_is_no_event_is_a_quiet_message_and_harms_nothing(string line)
    {
        _run.Run("out " + line).ShouldBeTrue();

        _run.Engine.TextsOf(MessageImportance.Low).ShouldContain(line);
        _run.Engine.Errors.ShouldBeEmpty();
    }

    [Fact]
    public void Standard_error_of_a_stage_that_went_well_is_quiet()
    {
        _run.Run(
            """err {"event":"diagnostic","severity":"error","code":"MEMTI7104","message":"a plugin writes what looks like an event."}""")
                .ShouldBeTrue();

        _run.Engine.TextsOf(MessageImportance.High).ShouldBeEmpty();
    }

    [Fact]
    public void Progress_comes_through_in_its_own_letters()
    {
        _run.Run("""out {"event":"progress","stage":"retrain","text":"señales {1}: épocas 2/6 — 91 %"}""");

        _run.Engine.TextsOf(MessageImportance.High).ShouldContain("señales {1}: épocas 2/6 — 91 %");
    }

    [Fact]
    public void Progress_is_shown_at_most_every_five_seconds_and_all_of_it_in_detailed_logs()
    {
        var time = new SteppedTime();
        RetrainAdapters stage =
            _run.Stage<RetrainAdapters>(
                [.. Enumerable.Range(0, 11).Select(static step => $$"""out {"event":"progress","text":"step {{step}}"}""")]);
        stage.Time = time;
        _run.Engine.OnMessage =
            text => time.Now += text.StartsWith("step ", StringComparison.Ordinal) ? TimeSpan.FromSeconds(1) : TimeSpan.Zero;

        stage.Execute();

        _run.Engine
            .TextsOf(MessageImportance.High)
            .Where(static text => text!.StartsWith("step ", StringComparison.Ordinal))
            .ShouldBe(["step 0", "step 6"]);
        _run.Engine.Messages.Count(static message => message.Message!.StartsWith("step ", StringComparison.Ordinal)).ShouldBe(11);
    }

    [Fact]
    public void Outputs_are_items_with_their_kind_region_and_task()
    {
        EmitWeightImages stage = _run.Stage<EmitWeightImages>(
            """out {"event":"output","file":"out put/shared.bin","kind":"image","region":"shared","task":null}""",
            """out {"event":"output","file":"out put/memti.manifest.json","kind":"manifest"}""");

        stage.Execute();

        stage.Outputs.Select(static item => (item.ItemSpec, item.GetMetadata("Kind"), item.GetMetadata("Region"))).ShouldBe(
            [(_run.InFolder("out put/shared.bin"), "image", "shared"), (_run.InFolder("out put/memti.manifest.json"), "manifest", "")]);
    }

    [Fact]
    public void What_it_came_to_is_kept_for_the_end_of_the_build()
    {
        BuildWeights stage = _run.Stage<BuildWeights>("""out {"event":"summary","text":"energy: 1 mJ"}""");

        stage.Execute().ShouldBeTrue();

        stage.Summary.ShouldBe(["energy: 1 mJ"]);
        _run.Engine.TextsOf(MessageImportance.High).ShouldBeEmpty();
    }

    [Fact]
    public void A_stage_that_fails_says_what_it_came_to_at_once()
    {
        _run.Run(
            """out {"event":"summary","text":"energy: 1 mJ"}""",
            """out {"event":"diagnostic","severity":"error","code":"MEMTI7104","message":"no."}""").ShouldBeFalse();

        _run.Engine.TextsOf(MessageImportance.High).ShouldContain("energy: 1 mJ");
    }

    [Fact]
    public void Options_of_the_build_are_those_of_the_worker()
    {
        BuildWeights stage = _run.Stage<BuildWeights>("arguments");
        (stage.Train, stage.Stamp, stage.Depfile) = (false, "weights.stamp", "weights.d");

        stage.Execute();

        _run.Engine.TextsOf(MessageImportance.Low).ShouldContain(
            $"arguments: weights|build|{_run.InFolder("script.txt")}|--events|--no-training|--stamp|weights.stamp|--depfile|weights.d");
    }

    [Fact]
    public void A_task_host_whose_build_is_gone_is_told_so()
    {
        int parent = 7;
        using var told = new ManualResetEventSlim();
        using BuildEnd end = BuildEnd.Watch(() => parent, told.Set, TimeSpan.FromMilliseconds(1));

        told.Wait(TimeSpan.FromMilliseconds(20)).ShouldBeFalse();
        parent = 1;

        told.Wait(TimeSpan.FromMinutes(1)).ShouldBeTrue();
    }

    [Fact]
    public void What_was_written_is_listed_once_even_by_a_stage_that_fails_later()
    {
        Emit("""out {"event":"output","file":"b.bin"}""", "exit 1");
        Emit(
            """out {"event":"output","file":"a.bin"}""",
            """out {"event":"output","file":"b.bin"}""",
            """out {"event":"output","file":"/flash/c.bin"}""");

        File.ReadAllLines(_run.InFolder("obj/written.txt")).ShouldBe(["/flash/c.bin", "a.bin", "b.bin"]);
    }

    [Fact]
    public void A_list_that_cannot_be_written_is_a_coded_error()
    {
        EmitWeightImages stage = _run.Stage<EmitWeightImages>("""out {"event":"output","file":"a.bin"}""");
        stage.WrittenList = "script.txt/written.txt";

        stage.Execute().ShouldBeFalse();

        _run.Engine.Errors.ShouldHaveSingleItem().Code.ShouldBe(DiagnosticCode.OutputUnwritable);
    }

    [Fact]
    public void A_cancelled_worker_sees_the_end_of_its_input_and_ends_by_itself()
    {
        RetrainAdapters stage = _run.Stage<RetrainAdapters>(
            """out {"event":"progress","text":"ready"}""", "wait-for-end-of-input", $"write {_run.InFolder("checkpoint")}", "exit 130");
        _run.Engine.OnMessage = text => CancelAt("ready", text, stage);

        stage.Execute().ShouldBeFalse();

        File.Exists(_run.InFolder("checkpoint")).ShouldBeTrue();
        _run.Engine.Errors.ShouldBeEmpty();
    }

    [Fact]
    public void A_worker_that_does_not_stop_in_time_is_ended_with_all_that_it_started()
    {
        RetrainAdapters stage = _run.Stage<RetrainAdapters>("start-child-and-hang");
        stage.CancelTimeoutSeconds = 0;
        _run.Engine.OnMessage = text => CancelAt("child ", text, stage);

        stage.Execute().ShouldBeFalse();

        int child =
            int.Parse(
                _run.Engine
                    .TextsOf(MessageImportance.High)
                    .Single(static text => text!.StartsWith("child ", StringComparison.Ordinal))!["child ".Length..]);
        IsRunning(child).ShouldBeFalse();
        _run.Engine.Errors.ShouldBeEmpty();
    }

    [Fact]
    public void A_stage_that_is_cancelled_before_it_starts_starts_nothing()
    {
        RetrainAdapters stage = _run.Stage<RetrainAdapters>($"write {_run.InFolder("started")}");
        stage.Cancel();

        stage.Execute().ShouldBeFalse();

        File.Exists(_run.InFolder("started")).ShouldBeFalse();
    }

    [Fact]
    public void A_stage_that_was_cancelled_has_not_gone_well_even_when_its_worker_was_done()
    {
        RetrainAdapters stage = _run.Stage<RetrainAdapters>(
            """out {"event":"progress","text":"ready"}""", "wait-for-end-of-input", "exit 0");
        _run.Engine.OnMessage = text => CancelAt("ready", text, stage);

        stage.Execute().ShouldBeFalse();
    }

    [Fact]
    public void Cancelling_twice_and_after_the_end_is_harmless()
    {
        RetrainAdapters stage = _run.Stage<RetrainAdapters>(
            """out {"event":"progress","text":"ready"}""", "wait-for-end-of-input", "exit 130");
        _run.Engine.OnMessage = text => CancelAt("ready", text, stage, times: 2);
        stage.Execute();

        Should.NotThrow(stage.Cancel);
    }

    private void Emit(params string[] script)
    {
        EmitWeightImages stage = _run.Stage<EmitWeightImages>(script);
        stage.WrittenList = "obj/written.txt";
        stage.Execute();
    }

    private static void CancelAt(string start, string text, WeightStage stage, int times = 1)
    {
        for (int time = 0; text.StartsWith(start, StringComparison.Ordinal) && time < times; time++)
            stage.Cancel();
    }

    // A process that has ended and that nobody has waited for yet still has an id.
    private static bool IsRunning(int id)
    {
        try
        {
            using Process process = Process.GetProcessById(id);
            return !process.WaitForExit(TimeSpan.FromSeconds(20));
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
