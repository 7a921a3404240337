using System.Reflection;
using System.Text.RegularExpressions;

namespace Memti.Architecture.Tests;

public sealed partial class DocumentationTests
{
    private static readonly string Root = typeof(DocumentationTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(static attribute => attribute.Key == "RepositoryRoot").Value!;

    // Each assembly has a list of its own, some of them internal: the sources hold them all.
    private static readonly IReadOnlyList<string> Declared =
    [
        .. ProductFolders
            .SelectMany(static folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories))
            .SelectMany(static file => CodePattern().Matches(File.ReadAllText(file)))
            .Select(static match => match.Groups["code"].Value),
    ];

    public static TheoryData<string> Codes => [.. Declared.Distinct()];

    private static string[] ProductFolders => ["host", "plugins", "build"];

    public static TheoryData<string> Pages => [.. Directory
        .EnumerateFiles(Root, "*.md", SearchOption.AllDirectories)
        .Select(static file => Path.GetRelativePath(Root, file))
        .Where(
            static file =>
                !Path.GetFullPath(file, Root).Split(Path.DirectorySeparatorChar).Intersect(["bin", "obj", "artifacts", ".git"]).Any())
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_code_has_a_page_that_starts_with_it(string code)
    {
        string page = Path.Combine(Root, "docs", "errors", code + ".md");
        File.Exists(page).ShouldBeTrue(page);
        File.ReadLines(page).First().ShouldStartWith($"# {code}: ");
    }

    [Fact]
    public void Every_page_of_an_error_is_of_a_code_that_exists() => Directory
        .EnumerateFiles(Path.Combine(Root, "docs", "errors"), "MEMTI*.md")
        .Select(static file => Path.GetFileNameWithoutExtension(file)!)
        .ShouldBeSubsetOf(Declared);

    [Fact]
    public void No_code_is_there_twice_in_all_lists() => Declared.ShouldBeUnique();

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_between_pages_lead_somewhere(string page)
    {
        string folder = Path.GetDirectoryName(Path.Combine(Root, page))!;
        foreach (Match link in LinkPattern().Matches(File.ReadAllText(Path.Combine(Root, page))))
        {
            string target = link.Groups["target"].Value.Split('#')[0];
            if (target.Length > 0 && !target.Contains("://", StringComparison.Ordinal))
                Path.Exists(Path.Combine(folder, target)).ShouldBeTrue($"{page} links to {target}");
        }
    }

    [GeneratedRegex(@"const string \w+ = ""(?<code>MEMTI\d{4})""")]
    private static partial Regex CodePattern();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex LinkPattern();
}
