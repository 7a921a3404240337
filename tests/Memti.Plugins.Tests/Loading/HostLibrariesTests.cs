using Memti.Plugins.Loading;

namespace Memti.Plugins.Tests.Loading;

public sealed class HostLibrariesTests
{
    [Theory]
    [InlineData("System.Runtime", false)]
    [InlineData("System.Text.Json", false)]
    [InlineData("YamlDotNet", true)]
    [InlineData("Memti.Plugins", true)]
    [InlineData("no-such-library", false)]
    public void Libraries_of_dotnet_are_not_the_hosts_own(string name, bool expected) => HostLibraries.Has(name).ShouldBe(expected);
}
