using Memti.Plugins.Conformance;

namespace Memti.Contract.Tests;

public sealed class DocumentedLawsTests
{
    [Fact]
    public void The_guide_lists_the_laws_word_for_word_in_their_order() =>
        File.ReadLines(Guide())
            .SkipWhile(static line => line != "## Check your plugin")
            .Where(static line => line.StartsWith("| `", StringComparison.Ordinal))
            .ShouldBe(MemoryLaws.All.Select(static law => $"| `{law.Name}` | {law.Statement} |"));

    private static string Guide()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Memti.Host.sln")))
            folder = folder.Parent!;
        return Path.Combine(folder.FullName, "docs", "plugin-guide.md");
    }
}
