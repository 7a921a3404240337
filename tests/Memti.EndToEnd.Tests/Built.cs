using System.Reflection;

namespace Memti.EndToEnd.Tests;

/// <summary>Where the build put what the tests run.</summary>
internal static class Built
{
    public static string Executable { get; } = Metadata("MemtiExecutable");

    public static string BuildTasks { get; } = Metadata("BuildTasks");

    public static string Configuration { get; } = Metadata("Configuration");

    public static string Root { get; } = Metadata("RepositoryRoot");

    public static string Plugins { get; } = Path.Combine(Path.GetDirectoryName(Executable)!, "plugins");

    public static string Networks { get; } = Path.Combine(Path.GetDirectoryName(Executable)!, "networks");

    public static string PaperScenario { get; } = Path.Combine(Root, "samples", "scenarios", "memti-paper.memti.yaml");

    /// <summary>Output folder of a third party's sample.</summary>
    public static string Sample(string name) => Directory
        .EnumerateFiles(Path.Combine(Root, "samples", name, "bin", Configuration), "*.deps.json", SearchOption.AllDirectories)
        .Select(Path.GetDirectoryName)
        .First()!;

    private static string Metadata(string key) =>
        typeof(Built).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
