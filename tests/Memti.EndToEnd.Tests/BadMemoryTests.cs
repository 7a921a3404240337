namespace Memti.EndToEnd.Tests;

/// <summary>Memories of a plugin that misbehave in a run of several designs.</summary>
public sealed class BadMemoryTests
{
    [Fact]
    public void One_hang_is_one_finding_and_ends_the_run()
    {
        Memti run = Run("hangs-in-size");

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldBeEmpty();
        run.Errors.Split("MEMTI3006").Length.ShouldBe(2, run.Errors);
        run.Errors.ShouldContain("plugin 'test.bad-memories' did not return from Size of memory 'hangs-in-size' within 0.5 s.");
    }

    [Fact]
    public void Null_in_place_of_figures_is_named_with_plugin_kind_and_member()
    {
        Memti run = Run("gives-null-inside");

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("error MEMTI3009");
        run.Errors.ShouldContain("Size of memory 'gives-null-inside' gave null for Organisation.");
    }

    private static Memti Run(string kind) => Memti.Run(
        "run", Built.PaperScenario, "--no-sensitivity", "--plugin-time-limit", "0.5", "-p", TestPlugins.Folder("BadMemories"),
        "--set", $"memories.activations={{ kind: {kind}, holds: [activations] }}");
}
