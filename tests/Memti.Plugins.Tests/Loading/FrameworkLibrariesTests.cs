using Memti.Plugins.Loading;

namespace Memti.Plugins.Tests.Loading;

public sealed class FrameworkLibrariesTests
{
    [Theory]
    [InlineData("System.Runtime", true)]
    [InlineData("System.Text.Json", true)]
    [InlineData("YamlDotNet", false)]
    [InlineData("Memti.Plugins", false)]
    [InlineData("Shouldly", false)]
    public void Only_what_is_of_dotnet_is_the_frameworks(string name, bool expected) => FrameworkLibraries.Has(name).ShouldBe(expected);
}
