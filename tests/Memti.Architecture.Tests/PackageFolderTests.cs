namespace Memti.Architecture.Tests;

/// <summary>Packages that build files look for in the folder of NuGet.</summary>
public sealed class PackageFolderTests
{
    private const string Root = "$(NuGetPackageRoot)", WithSlash = "$([MSBuild]::EnsureTrailingSlash('$(NuGetPackageRoot)'))";

    /// <summary>The root ends as the variable NUGET_PACKAGES does, which mostly has no slash at its end.</summary>
    [Fact]
    public void Build_files_add_the_slash_behind_the_root()
    {
        string[] uses =
            [.. ((string[])["host", "plugins", "build", "tests"])
                .SelectMany(static folder => Directory.EnumerateFiles(RepositoryFiles.Of(folder), "*", SearchOption.AllDirectories))
                .Where(static file => Path.GetExtension(file) is ".targets" or ".props" or ".csproj")
                .SelectMany(File.ReadLines)
                .Where(static line => line.Contains(Root, StringComparison.Ordinal))];

        uses.Length.ShouldBe(3);
        uses.ShouldAllBe(static line => !line.Replace(WithSlash, "", StringComparison.Ordinal).Contains(Root, StringComparison.Ordinal));
    }
}
