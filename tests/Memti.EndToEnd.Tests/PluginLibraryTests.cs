namespace Memti.EndToEnd.Tests;

public sealed class PluginLibraryTests
{
    [Fact]
    public void A_library_that_the_host_has_for_itself_is_missing_for_a_plugin()
    {
        Memti list = Memti.Run("plugins", "list", "-p", TestPlugins.Folder("HostLibrary"));

        list.ExitCode.ShouldBe(1);
        list.Errors.ShouldContain("error MEMTI3004");
        list.Errors.ShouldContain("YamlDotNet.dll is not beside it.");
        list.Output.ShouldNotContain("test.host-library");
    }

    [Theory]
    [InlineData("plugins list")]
    [InlineData("nvdla --help")]
    public void A_study_that_would_take_a_command_of_the_host_is_refused_at_its_plugin(string words)
    {
        Memti list = Memti.Run([.. words.Split(' '), "-p", TestPlugins.Folder("TakesCommand")]);

        list.Errors.ShouldContain("TakesCommand.dll: error MEMTI3007: plugin 'test.takes-command' offers study 'image study'");
        list.Output.ShouldNotContain("test.takes-command");
    }
}
