using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Memti.EndToEnd.Tests.Documents;

/// <summary>What the pages build is built as a reader would build it.</summary>
[Trait("Duration", "long")]
public sealed partial class DocumentedBuildTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(20);

    /// <summary>Folders and files of a clone from which packages are made.</summary>
    private static readonly string[] Sources = ["host", "plugins", "build", "samples", "README.md", "THIRD-PARTY-NOTICES.md"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("memti-clone-");

    public static IEnumerable<object[]> Solutions => DocumentedPages.All
        .SelectMany(static page => DocumentedPages.BuildsOf(page).Select(line => (page, line)))
        .Where(static build => SolutionLine().IsMatch(build.line))
        .Select(static build => (Folder: Folder(build.page), Line: build.line))
        .Distinct()
        .Select(static build => new object[] { build.Folder, build.Line });

    public void Dispose() => _folder.Delete(recursive: true);

    [LongTheory]
    [MemberData(nameof(Solutions))]
    public void A_sample_of_a_page_builds(string folder, string line) => Run(Path.Combine(Built.Root, folder), line);

    /// <summary>From nothing to weight images that are verified, with nothing but what the page says.</summary>
    [LongFact]
    public void The_page_for_beginners_leads_to_images_that_are_verified()
    {
        if (!ReaderFolder.HasShell)
            return;
        string clone = Clone();
        string[] lines = [.. DocumentedPages.BuildsOf("docs/getting-started.md").SkipWhile(static line => !line.StartsWith("dotnet pack "))
            .TakeWhile(static line => !line.StartsWith("make "))];

        lines.Length.ShouldBe(12);
        Run(clone, string.Join('\n', lines)).ShouldContain("whole");
    }

    /// <summary>A line that no test runs is one that nobody has seen to work.</summary>
    [Fact]
    public void Every_build_of_a_page_is_run_by_a_test()
    {
        foreach (string page in DocumentedPages.All)
            foreach (string line in DocumentedPages.BuildsOf(page))
                (page == "docs/getting-started.md" || SolutionLine().IsMatch(line) || Elsewhere().IsMatch(line)).ShouldBeTrue($"{page}: {line}");
    }

    private static string Folder(string page) => page.StartsWith("samples", StringComparison.Ordinal)
        ? Path.GetDirectoryName(page)!
        : "samples/hello-memory";

    private string Clone()
    {
        string clone = Directory.CreateDirectory(Path.Combine(_folder.FullName, "memti")).FullName;
        foreach (string file in Directory.EnumerateFiles(Built.Root))
            File.Copy(file, Path.Combine(clone, Path.GetFileName(file)));
        foreach (string source in Sources.Where(static source => Directory.Exists(Path.Combine(Built.Root, source))))
            foreach (string file in Directory.EnumerateFiles(Path.Combine(Built.Root, source), "*", SearchOption.AllDirectories))
            {
                string name = Path.GetRelativePath(Built.Root, file);
                if (name.Split(Path.DirectorySeparatorChar).Intersect(["bin", "obj"]).Any())
                    continue;
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(clone, name))!);
                File.Copy(file, Path.Combine(clone, name));
            }

        return clone;
    }

    // Templates are installed and packages unpacked in a home of the test's own.
    private string Run(string folder, string script)
    {
        string packages = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        ProcessStartInfo start = new("/bin/bash", ["-e", "-c", script])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["DOTNET_CLI_HOME"] = Path.Combine(_folder.FullName, "home"),
                ["NUGET_PACKAGES"] = Path.Combine(_folder.FullName, "packages"),
                ["NUGET_FALLBACK_PACKAGES"] = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? packages,
                ["MSBUILDDISABLENODEREUSE"] = "1",
                ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
                ["DOTNET_NOLOGO"] = "1",
            },
        };
        foreach (string name in start.Environment.Keys
            .Where(static name => name is "MSBuildSDKsPath" or "MSBuildExtensionsPath" or "MSBUILD_EXE_PATH" or "DOTNET_HOST_PATH")
            .ToArray())
            start.Environment.Remove(name);
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{script} did not end within {Limit}.");
        }

        process.ExitCode.ShouldBe(0, $"{script}\n{output.Result}\n{errors.Result}");
        return output.Result;
    }

    [GeneratedRegex(@"^dotnet build (Hello\w+|PersistentFirmware)\.sln$")]
    private static partial Regex SolutionLine();

    // The whole solution: CI. The sample camera-node: SampleBuildTests. Templates of packages in a feed: PackageTests. The plugin on libtorch
    // is in no solution, and a sample that needs it no more: restoring it takes 130 MB. Benchmarks: CI. Programs of the system: whoever reads.
    [GeneratedRegex(
        @"^dotnet (test|build) Memti\.Host\.sln|^dotnet build (\.\./)*Memti\.Host\.sln|^dotnet build (-c Release )?(samples/(camera-node|own-network)|plugins/torch)"
            + @"|^dotnet run (--no-build --project samples/|-c Release --project (host/Memti\.Host|tests/Memti\.Benchmarks) )"
            + @"|^dotnet new (install Memti\.Templates|memti-plugin|memti-weights) ?|^dotnet test$|^cd CameraNode && dotnet build$"
            + @"|^dotnet tool install --global Memti\.Tool$|^cd AcmeMemory$|^cd samples/")]
    private static partial Regex Elsewhere();
}
