using System.Diagnostics;
using System.Globalization;

namespace Memti.EndToEnd.Tests;

/// <summary>A build with processes that stay for the next build, told from those of other builds by a word in their environment.</summary>
internal sealed class ReusedNodes : IDisposable
{
    private readonly string _word = $"MSBUILDNODEHANDSHAKESALT=memti-{Guid.NewGuid():N}";

    /// <summary>Processes that are still there.</summary>
    public IReadOnlyList<int> Remaining => [.. Directory.EnumerateDirectories("/proc")
        .Select(static folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out int id) ? id : 0)
        .Where(id => id > 0 && Read(id, "environ").Split('\0').Contains(_word))];

    /// <summary>Builds two projects at a time, so that one of them is built in a process that stays.</summary>
    public void Build(params string[] projects)
    {
        string folder = Directory.CreateTempSubdirectory("memti-nodes-").FullName;
        try
        {
            string names = string.Join(';', projects);
            File.WriteAllText(Path.Combine(folder, "all.proj"), $"""
                <Project DefaultTargets="Build">
                  <Target Name="Restore"><MSBuild Projects="{names}" Targets="Restore" /></Target>
                  <Target Name="Build"><MSBuild Projects="{names}" BuildInParallel="true" /></Target>
                </Project>
                """);
            DotNet.Done(folder, _word, "msbuild", "all.proj", "-nologo", "-restore", "-m:2", "-nodeReuse:true");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Files that remaining processes have mapped and whose path has a text in it.</summary>
    public IReadOnlyList<string> FilesOpen(string text) => [.. Remaining
        .SelectMany(static id => Read(id, "maps").Split('\n'))
        .Where(line => line.Contains(text, StringComparison.Ordinal))
        .Distinct()];

    public void Dispose()
    {
        foreach (int id in Remaining)
            using (Process process = Process.GetProcessById(id))
                process.Kill();
    }

    private static string Read(int id, string name)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/{name}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
