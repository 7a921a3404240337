using System.Text.Json;

namespace Memti.EndToEnd.Tests;

public sealed class PluginsCheckTests
{
    [Fact]
    public void The_built_in_memories_keep_every_law()
    {
        Memti check = Memti.Run("plugins", "check");
        check.ExitCode.ShouldBe(0, check.Output);
        check.Errors.ShouldBeEmpty();
        foreach (string kind in (string[])["dram", "rram", "sram"])
            check.Output.ShouldContain($"  {kind} ");
        check.Output.ShouldContain("0 failed");
    }

    [Fact]
    public void The_memory_of_a_third_party_keeps_every_law_and_is_unloaded_in_the_process_of_the_command()
    {
        Memti check = Memti.Run("plugins", "check", Built.Sample("hello-memory"), "--format", "json");
        check.ExitCode.ShouldBe(0, check.Output);
        JsonElement root = JsonDocument.Parse(check.Output).RootElement;
        root.GetProperty("memti_plugins_check").GetInt32().ShouldBe(1);
        root.GetProperty("passed").GetBoolean().ShouldBeTrue();
        JsonElement unloads = root.GetProperty("results")
            .EnumerateArray()
            .Single(static result => result.GetProperty("law").GetString() == "unloads");
        unloads.GetProperty("memory").GetString().ShouldBe("hello-memory");
        unloads.GetProperty("verdict").GetString().ShouldBe("pass");
    }

    [Fact]
    public void Memories_that_throw_hang_or_give_no_number_are_reported_and_end_with_1()
    {
        Memti check = Memti.Run("plugins", "check", TestPlugins.Folder("BadMemories"), "--timeout-s", "0.5");
        check.ExitCode.ShouldBe(1);
        check.Output.ShouldContain("MEMTI3005");
        check.Output.ShouldContain("MEMTI3006");
        check.Output.ShouldContain("MEMTI5002");
        check.Output.ShouldContain("FAIL");
    }

    [Fact]
    public void A_plugin_that_cannot_be_loaded_ends_with_1()
    {
        Memti check = Memti.Run("plugins", "check", TestPlugins.Folder("OtherContract"));
        check.ExitCode.ShouldBe(1);
        check.Output.ShouldContain("MEMTI3003");
    }

    [Fact]
    public void A_place_that_is_not_there_ends_with_1()
    {
        Memti check = Memti.Run("plugins", "check", "nowhere");
        check.ExitCode.ShouldBe(1);
        check.Output.ShouldContain("MEMTI3010");
    }

    [Theory]
    [InlineData("--timeout-s", "0")]
    [InlineData("--format", "xml")]
    public void Options_that_make_no_sense_are_wrong_usage(string option, string value) =>
        Memti.Run("plugins", "check", option, value).ExitCode.ShouldBe(2);

    [Fact]
    public void Help_says_which_laws_there_are()
    {
        Memti help = Memti.Run("plugins", "check", "--help");
        help.ExitCode.ShouldBe(0);
        help.Output.ShouldContain("area-grows");
        help.Output.ShouldContain("--timeout-s");
    }
}
