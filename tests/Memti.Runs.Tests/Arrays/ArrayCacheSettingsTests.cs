using Memti.Abstractions.Diagnostics;
using Memti.Arrays.Codes;
using Memti.Runs.Arrays;

namespace Memti.Runs.Tests.Arrays;

public sealed class ArrayCacheSettingsTests
{
    [Fact]
    public void A_named_folder_is_the_place() =>
        Settings(("MEMTI_CACHE", "/somewhere/else")).Place.ShouldBe(Path.Combine(Path.GetFullPath("/somewhere/else"), "arrays"));

    [Theory]
    [InlineData("off")]
    [InlineData("OFF")]
    public void The_word_off_keeps_nothing(string word)
    {
        Settings(("MEMTI_CACHE", word)).Place.ShouldBeNull();
        Settings(("MEMTI_CACHE", word)).Open().ShouldBeNull();
    }

    [Fact]
    public void Without_a_name_it_is_where_the_platform_keeps_caches()
    {
        if (OperatingSystem.IsLinux())
        {
            Settings(("XDG_CACHE_HOME", "/var/me"), ("HOME", "/home/me")).Place.ShouldBe("/var/me/memti/arrays");
            Settings(("XDG_CACHE_HOME", "relative"), ("HOME", "/home/me")).Place.ShouldBe("/home/me/.cache/memti/arrays");
            Settings(("HOME", "/home/me")).Place.ShouldBe("/home/me/.cache/memti/arrays");
            Settings().Place.ShouldBeNull("a user without a folder keeps nothing");
        }
        else
        {
            Settings(("HOME", "/home/me")).Place.ShouldNotBeNull().ShouldContain("memti");
        }
    }

    [Theory]
    [InlineData("1", 1L << 20)]
    [InlineData("1048576", 1L << 40)]
    [InlineData("", 256L << 20)]
    public void The_limit_is_in_MiB(string text, long bytes) => Settings(("MEMTI_CACHE_LIMIT_MIB", text)).LimitBytes.ShouldBe(bytes);

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1 GB")]
    [InlineData("1048577")]
    public void Another_limit_is_MEMTI1011_with_the_range(string text)
    {
        Diagnostic finding = Should.Throw<MemtiException>(() => Settings(("MEMTI_CACHE_LIMIT_MIB", text))).Diagnostic;
        (finding.Code, finding.Key, finding.Value).ShouldBe((ArrayCodes.BadCacheSetting, "MEMTI_CACHE_LIMIT_MIB", text));
        finding.Permitted.ShouldNotBeNull().ShouldContain("1 to 1048576");
    }

    private static ArrayCacheSettings Settings(params (string Name, string Value)[] variables) =>
        ArrayCacheSettings.Of(name => variables.FirstOrDefault(variable => variable.Name == name).Value);
}
