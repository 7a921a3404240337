using System.Text.Json;

namespace Memti.EndToEnd.Tests;

public sealed class PluginOutputTests
{
    [Fact]
    public void What_a_plugin_prints_is_on_standard_error_behind_its_name_and_the_result_is_whole()
    {
        Memti check = Memti.Run("plugins", "check", TestPlugins.Folder("Prints"), "--format", "json");

        JsonDocument.Parse(check.Output).RootElement.GetProperty("memti_plugins_check").GetInt32().ShouldBe(1);
        string[] errors = check.Errors.Split('\n');
        errors.ShouldContain("[test.prints] registers");
        errors.ShouldContain("[test.prints] half a line");
        errors.ShouldContain("[test.prints] sizes on a thread of its own");
        errors.ShouldContain("past the console");
    }

    [Fact]
    public void A_command_whose_plugins_print_writes_its_table_alone()
    {
        Memti list = Memti.Run("plugins", "list", "-p", TestPlugins.Folder("Prints"));

        list.ExitCode.ShouldBe(0, list.Errors);
        list.Output.ShouldContain("memory prints");
        list.Output.ShouldNotContain("half a line");
        list.Output.ShouldNotContain("past the console");
    }
}
