namespace Memti.EndToEnd.Tests;

/// <summary>Plugins that end, hold or break the process in which they run.</summary>
public sealed class HostilePluginTests
{
    [Fact]
    public void A_plugin_that_ends_the_process_is_named_and_is_no_success()
    {
        Memti run = Run("ends-the-process");

        run.ExitCode.ShouldBe(1, run.Errors);
        run.Output.ShouldBeEmpty();
        run.Errors.ShouldContain("error MEMTI3014: plugin 'test.hostile' ended the process before the command was done");
    }

    [Fact]
    public void A_foreground_thread_of_a_plugin_does_not_keep_the_process()
    {
        Memti run = Run("stays-in-the-foreground");

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("energy per frame");
    }

    [Fact]
    public void A_plugin_that_holds_the_end_of_the_process_is_not_waited_for()
    {
        Memti run = Run("holds-the-end");

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("energy per frame");
        run.Errors.ShouldContain("warning MEMTI3015");
    }

    [Theory]
    [InlineData("throws-on-a-thread", "plugin 'test.hostile' threw InvalidOperationException on a thread of its own: nobody catches this")]
    [InlineData("throws-in-a-finaliser", "threw InvalidOperationException on a thread of its own: thrown by a finaliser")]
    public void What_a_plugin_throws_on_threads_of_its_own_is_a_finding_and_the_run_goes_on(string kind, string finding)
    {
        Memti run = Run(kind);

        run.ExitCode.ShouldBe(1, run.Errors);
        run.Output.ShouldContain("energy per frame");
        run.Errors.ShouldContain("error MEMTI3005");
        run.Errors.ShouldContain(finding);
    }

    [Fact]
    public void An_exception_whose_members_throw_is_named_all_the_same()
    {
        Memti run = Run("throws-without-words", "--plugin-stack");

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("plugin 'test.hostile' threw WordlessException in Size of memory 'throws-without-words': (its message threw)");
    }

    [Fact]
    public void An_option_whose_setter_does_not_return_is_a_finding_at_its_component()
    {
        Memti run = Run("sets-for-ever", "--plugin-time-limit", "0.5", "--set", "memories.activations.waits=1");

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("MEMTI3006");
        run.Errors.ShouldContain("did not return from the options of memory 'sets-for-ever' within 0.5 s.");
    }

    [Theory]
    [InlineData("overflows-the-stack", "SIGABRT")]
    [InlineData("fails-fast", "SIGABRT")]
    [InlineData("leaves-a-child", "SIGABRT")]
    public void A_worker_process_that_breaks_is_a_finding(string kind, string how)
    {
        Memti run = Run(kind, "--isolate");

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldBeEmpty();
        run.Errors.ShouldContain("error MEMTI3016");
        run.Errors.ShouldContain(how);
    }

    [Theory]
    [InlineData("takes-all-memory", "MEMTI30")] // the heap's limit is the plugin's exception; the process's is the worker's end
    [InlineData("takes-all-native-memory", "error MEMTI3016: the worker process took more memory than 512 MiB, and was ended.")]
    public void A_worker_process_has_so_much_memory(string kind, string finding)
    {
        Memti run = Run(kind, "--isolate", "--memory-limit", "512MiB");

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldBeEmpty();
        run.Errors.ShouldContain(finding);
    }

    [Theory]
    [InlineData("takes-all-threads")]
    [InlineData("sets-for-ever", "--set", "memories.activations.waits=1", "--plugin-time-limit", "86400")]
    public void A_worker_process_has_so_much_time(string kind, params string[] more)
    {
        Memti run = Run(kind, ["--isolate", "--time-limit", "3", .. more]);

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("error MEMTI3016: the worker process took longer than 3 s, and was ended.");
    }

    [Theory]
    [InlineData("--memory-limit", "512MiB")]
    [InlineData("--time-limit", "3")]
    public void A_limit_without_a_worker_process_is_refused(string limit, string value)
    {
        Memti run = Memti.Run("run", Built.PaperScenario, limit, value);

        (run.ExitCode, run.Output).ShouldBe((2, ""));
        run.Errors.ShouldContain($"error MEMTI1001: '{limit}' is a limit of the worker process; permitted: together with --isolate.");
    }

    [Fact]
    public void A_worker_process_gives_the_result_of_a_process_without_one()
    {
        Memti plain = Memti.Run("run", Built.PaperScenario, "--no-sensitivity", "--format", "json");
        Memti isolated = Memti.Run("run", Built.PaperScenario, "--no-sensitivity", "--format", "json", "--isolate");

        (isolated.ExitCode, isolated.Errors).ShouldBe((plain.ExitCode, plain.Errors));
        isolated.Output.ShouldBe(plain.Output);
        Memti.Run("run", "no-such-file.yaml", "--isolate").ExitCode.ShouldBe(1);
    }

    private static Memti Run(string kind, params string[] more) => Memti.Run(
    [
        "run", Built.PaperScenario, "--no-sensitivity", "--design", "memti", "-p", TestPlugins.Folder("Hostile"),
        "--set", $"memories.activations={{ kind: {kind}, holds: [activations] }}", .. more,
    ]);
}
