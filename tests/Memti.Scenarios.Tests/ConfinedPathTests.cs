using Memti.Documents.Files;

namespace Memti.Scenarios.Tests;

/// <summary>Paths that a file names stay inside its folder.</summary>
public sealed class ConfinedPathTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("image.bin")]
    [InlineData("sub/image.bin")]
    [InlineData("./image.bin")]
    [InlineData("..image/a..b")]
    public void A_name_below_the_folder_is_its_path(string name)
    {
        ConfinedPath.TryResolve(_folder.Root, name, out string path, out string why).ShouldBeTrue(why);
        path.ShouldBe(Path.Combine(_folder.Root, name));
    }

    [Theory]
    [InlineData("../image.bin")]
    [InlineData("sub/../image.bin")]
    [InlineData("sub\\..\\image.bin")]
    [InlineData("/etc/passwd")]
    [InlineData("\\\\server\\share")]
    [InlineData("C:\\image.bin")]
    [InlineData("C:image.bin")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a\0b")]
    [InlineData(".")]
    public void A_name_that_leaves_the_folder_or_names_none_is_refused(string name)
    {
        ConfinedPath.TryResolve(_folder.Path("in"), name, out string path, out string why).ShouldBeFalse();
        (path, why.Length > 0).ShouldBe(("", true));
    }

    [Fact]
    public void Links_that_lead_out_are_refused_and_others_are_followed()
    {
        string home = Path.GetDirectoryName(_folder.Write("home/inside.bin", "x"))!;
        _folder.Write("outside/secret.bin", "x");
        File.CreateSymbolicLink(Path.Combine(home, "in"), "inside.bin");
        File.CreateSymbolicLink(Path.Combine(home, "out"), "../outside/secret.bin");
        File.CreateSymbolicLink(Path.Combine(home, "dangling"), "../outside/none.bin");
        File.CreateSymbolicLink(Path.Combine(home, "circle"), "circle");
        Directory.CreateSymbolicLink(Path.Combine(home, "folder"), _folder.Path("outside"));
        Directory.CreateSymbolicLink(_folder.Path("alias"), home);

        foreach (string name in new[] { "out", "dangling", "circle", "folder/secret.bin", "folder/none.bin" })
            ConfinedPath.TryResolve(home, name, out _, out _).ShouldBeFalse(name);
        ConfinedPath.TryResolve(home, "in", out _, out _).ShouldBeTrue();
        ConfinedPath.TryResolve(_folder.Path("alias"), "inside.bin", out _, out _).ShouldBeTrue();
    }
}
