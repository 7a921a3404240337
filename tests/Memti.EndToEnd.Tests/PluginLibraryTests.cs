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
}
