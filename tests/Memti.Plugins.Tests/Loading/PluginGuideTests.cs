namespace Memti.Plugins.Tests.Loading;

public sealed class PluginGuideTests
{
    [Fact]
    public void Every_line_of_code_in_the_guide_is_one_of_the_samples()
    {
        string[] samples = [Source("samples", "hello-memory"), Source("samples", "hello-firmware")];
        IEnumerable<string> lines = samples.SelectMany(static sample => Directory.GetFiles(sample, "*.cs"))
            .Append(Source("host", "Memti.Abstractions", "Memories", "CellMemory.cs"))
            .SelectMany(File.ReadLines)
            .Select(Trim);

        SnippetLines(File.ReadAllText(Source("docs", "plugin-guide.md"))).Except(lines).ShouldBeEmpty();
    }

    private static IEnumerable<string> SnippetLines(string page) =>
        page.Split("```csharp").Skip(1).SelectMany(static part => part.Split("```")[0].Split('\n')).Select(Trim);

    private static string Trim(string line) => line.Trim();

    private static string Source(params string[] parts)
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Memti.Host.sln")))
            folder = folder.Parent!;
        return Path.Combine([folder.FullName, .. parts]);
    }
}
