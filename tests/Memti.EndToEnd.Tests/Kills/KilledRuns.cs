using System.Diagnostics;
using System.Security.Cryptography;

namespace Memti.EndToEnd.Tests.Kills;

/// <summary>Runs a command in a folder, kills it at random moments, and starts it again.</summary>
/// <param name="prepare">Fills a new folder.</param>
/// <param name="words">The command in a folder.</param>
internal sealed class KilledRuns(Action<string> prepare, Func<string, string[]> words) : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("memti kills é ");
    private int _folders;

    /// <summary>
    /// Kills runs so many times. Whenever a command comes to its end, and at last, its folder must equal that of a command that nobody
    /// killed, file for file.
    /// </summary>
    /// <param name="kills">Number of kills.</param>
    /// <param name="seed">Seed of the moments.</param>
    public void MustEqualAWholeRun(int kills, int seed)
    {
        var random = new Random(seed);
        string whole = New();
        var watch = Stopwatch.StartNew();
        Start(whole, Limit).ShouldBeTrue();
        TimeSpan duration = watch.Elapsed;
        SortedDictionary<string, string> expected = Files(whole);
        string folder = New();
        for (int killed = 0; killed < kills;)
        {
            if (Start(folder, duration * random.NextDouble()))
            {
                Files(folder).ShouldBe(expected);
                folder = New();
            }
            else
            {
                killed++;
            }
        }

        Start(folder, Limit).ShouldBeTrue();
        Files(folder).ShouldBe(expected);
    }

    /// <summary>
    /// Kills a run when a file is there, for each file that a run leaves. After each kill, the command goes on in the same folder,
    /// which must then equal that of a command that nobody killed.
    /// </summary>
    /// <returns>The number of kills.</returns>
    public int MustEqualAWholeRunAfterEachFile()
    {
        string whole = New();
        Start(whole, Limit).ShouldBeTrue();
        SortedDictionary<string, string> expected = Files(whole);
        int kills = 0;
        foreach (string file in expected.Keys)
        {
            string folder = New();
            if (KillAtFile(folder, file))
                kills++;
            Start(folder, Limit).ShouldBeTrue();
            Files(folder).ShouldBe(expected, $"killed at {file}");
            Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
        }

        return kills;
    }

    public void Dispose() => _root.Delete(recursive: true);

    private string New()
    {
        // One name, because a folder may show in what is written.
        string folder = Path.Combine(_root.FullName, $"{_folders++}", "run");
        Directory.CreateDirectory(folder);
        prepare(folder);
        return folder;
    }

    /// <summary>Starts the command. False when it was killed after a time.</summary>
    private bool Start(string folder, TimeSpan time)
    {
        using Process process = Memti.Start(words(folder));
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(time))
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            if (time == Limit)
                throw new TimeoutException($"it did not end within {Limit}: {errors.Result}");
            return false;
        }

        process.ExitCode.ShouldBe(0, output.Result + errors.Result);
        return true;
    }

    /// <summary>Kills the command when a file is there. False when that was so before, or not until its end.</summary>
    private bool KillAtFile(string folder, string file)
    {
        string path = Path.Combine(folder, file);
        if (File.Exists(path))
            return false;
        using Process process = Memti.Start(words(folder));
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        var watch = Stopwatch.StartNew();
        while (!process.HasExited && !File.Exists(path) && watch.Elapsed < Limit)
            Thread.Sleep(1);
        bool isKilled = !process.HasExited;
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        watch.Elapsed.ShouldBeLessThan(Limit, output.Result + errors.Result);
        return isKilled;
    }

    private static SortedDictionary<string, string> Files(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(
            file => Path.GetRelativePath(folder, file),
            static file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))), StringComparer.Ordinal);
}
