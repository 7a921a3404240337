using System.Text.Json;

namespace Memti.EndToEnd.Tests.Builds;

/// <summary>Which tools a build takes that imports them from the tree.</summary>
public sealed class TreeTests : IDisposable
{
    private readonly DirectoryInfo _tree = Directory.CreateTempSubdirectory("memti tree é ");

    public TreeTests()
    {
        foreach (string file in new[] { "Memti.Build.props", "Memti.Build.targets" })
            Put($"build/{file}", File.ReadAllText(Path.Combine(Built.Root, "build", file)));
        Put("node.proj", """<Project><Import Project="build/Memti.Build.targets" /></Project>""");
    }

    public void Dispose() => _tree.Delete(recursive: true);

    [Theory]
    [InlineData("Debug", "debug")]
    [InlineData("Release", "debug", "Memti.Host/release/memti.dll")]
    [InlineData("Release", "release", "Memti.Host/release/memti.dll", "Memti.Build.Tasks/release/Memti.Build.Tasks.dll")]
    [InlineData("Checked", "debug")]
    public void Tasks_and_worker_are_of_one_configuration_in_which_both_are_built(string configuration, string taken, params string[] built)
    {
        foreach (string file in (string[])["Memti.Host/debug/memti.dll", "Memti.Build.Tasks/debug/Memti.Build.Tasks.dll", .. built])
            Put($"artifacts/bin/{file}", "");

        JsonElement properties = JsonDocument.Parse(DotNet.Done(
            _tree.FullName,
            "msbuild",
            "node.proj",
            "-getProperty:MemtiTaskAssembly,MemtiWorkerAssembly",
            $"-p:Configuration={configuration}").Output).RootElement.GetProperty("Properties");

        properties.GetProperty("MemtiTaskAssembly").GetString()!.ShouldEndWith($"Memti.Build.Tasks/{taken}/Memti.Build.Tasks.dll");
        properties.GetProperty("MemtiWorkerAssembly").GetString()!.ShouldEndWith($"Memti.Host/{taken}/memti.dll");
    }

    private void Put(string name, string text)
    {
        string file = Path.Combine(_tree.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
