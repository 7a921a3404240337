using System.Diagnostics;
using System.Globalization;

namespace Memti.EndToEnd.Tests.Builds;

/// <summary>A build with processes that stay for the next build, told from those of other builds by a word in their environment.</summary>
internal sealed class ReusedNodes : IDisposable
{
    private readonly string _word = $"MSBUILDNODEHANDSHAKESALT=memti-{Guid.NewGuid():N}";

    /// <summary>Processes that had a file of Memti mapped while the build ran.</summary>
    public HashSet<int> Users { get; } = [];

    /// <summary>
    /// Processes of the build that are there. How many stay for the next build is MSBuild's choice, which looks at those of other builds,
    /// too.
    /// </summary>
    private IEnumerable<int> Processes => Directory.EnumerateDirectories("/proc")
        .Select(static folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out int id) ? id : 0)
        .Where(id => id > 0 && Read(id, "environ").Split('\0').Contains(_word));

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
            using DotNet build =
                DotNet.Begin(folder, _word, "msbuild", "all.proj", "-nologo", "-restore", "-m:2", "-nodeReuse:true")
                    .WaitForEnd(() => Users.UnionWith(Mapping));
            build.ExitCode.ShouldBe(0, build.Output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Processes that have a file of Memti mapped now.</summary>
    public IEnumerable<int> Mapping => Processes.Where(static id => Read(id, "maps").Contains("/Memti.", StringComparison.Ordinal));

    public void Dispose()
    {
        foreach (int id in Processes.ToArray())
            using (Process process = Process.GetProcessById(id))
                process.Kill();
    }

    private static string Read(int id, string name) => Read(id.ToString(CultureInfo.InvariantCulture), name);

    /// <summary>What the system says of a process; empty when it is gone.</summary>
    public static string Read(string id, string name)
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
