using System.Diagnostics;
using System.IO.Compression;

namespace Memti.EndToEnd.Tests.Builds;

/// <summary>The packages as others use them: from a feed, in a folder of their own, by template.</summary>
[Trait("Duration", "long")]
public sealed class PackageTests(PackedMemti packed) : IClassFixture<PackedMemti>
{
    [Fact]
    public void The_package_carries_tasks_worker_plugins_cells_and_networks()
    {
        string[] entries = Entries("Memti.Build");

        entries.ShouldContain("tasks/net10.0/Memti.Build.Tasks.dll");
        entries.ShouldContain("tools/net10.0/memti.dll");
        entries.ShouldContain("tools/net10.0/plugins/adapters/Memti.Plugins.Adapters.dll");
        entries.ShouldContain("tools/net10.0/plugins/rram/rram-1t1r-20f2.memcell.yaml");
        entries.ShouldContain("tools/net10.0/networks/resnet50.csv");
        entries.ShouldContain("build/Memti.Build.targets");
        entries.ShouldContain("buildTransitive/Memti.Build.targets");
    }

    [Fact]
    public void The_package_puts_nothing_into_the_programs_of_those_who_use_it() =>
        Entries("Memti.Build").ShouldNotContain(static entry => entry.StartsWith("lib/", StringComparison.Ordinal));

    [Fact]
    public void Only_the_tasks_themselves_are_loaded_into_a_build() =>
        Entries("Memti.Build").Where(static entry => entry.StartsWith("tasks/", StringComparison.Ordinal)).ShouldHaveSingleItem();

    [Fact]
    public void The_same_build_packs_the_same_files()
    {
        string again = packed.At("again");
        PackedMemti.Pack(again);

        foreach (string package in Directory.EnumerateFiles(packed.Feed))
            Contents(Path.Combine(again, Path.GetFileName(package))).ShouldBe(Contents(package));
    }

    [Fact]
    public void A_plugin_of_the_template_is_green_at_birth_and_loads()
    {
        string folder = packed.New("memti-plugin", "Ferro-Memory");

        DotNet.Done(folder, "test", "-nologo").Output.ShouldContain("Passed!");

        Memti list = Memti.Run("describe", "ferro-memory", "-p", Path.Combine(folder, "Ferro-Memory", "bin", "Debug", "net10.0"));
        list.ExitCode.ShouldBe(0, list.Errors);
        list.Output.ShouldContain("write_cycle_ns");
    }

    [Fact]
    public void A_plugin_of_the_template_keeps_the_laws_of_all_memories()
    {
        string folder = packed.New("memti-plugin", "LawfulMemory");
        DotNet.Done(folder, "build", "-nologo", "LawfulMemory");

        Memti check = Memti.Run("plugins", "check", Path.Combine(folder, "LawfulMemory", "bin", "Debug", "net10.0"));

        check.ExitCode.ShouldBe(0, check.Output + check.Errors);
    }

    [Fact]
    public void The_samples_compile_against_the_package_with_the_one_namespace_of_contract_1()
    {
        string folder = packed.Plugin("former", FormerSources());

        DotNet.Done(folder, "build", "-nologo");
    }

    [Fact]
    public void A_project_may_leave_out_the_namespaces_that_the_package_imports()
    {
        string folder = packed.Plugin("plain", []);

        ImportedNamespaces(folder).ShouldContain("\"Memti.Abstractions.Units\"");
        ImportedNamespaces(folder, "-p:MemtiImplicitUsings=false").ShouldNotContain("\"Memti.Abstractions");
        ImportedNamespaces(folder, "-p:ImplicitUsings=disable").ShouldNotContain("\"Memti.Abstractions");
    }

    [Fact]
    public void A_project_of_the_template_builds_its_images_from_the_package()
    {
        string folder = packed.New("memti-weights", "Wild Camera");

        DotNet.Done(folder, "build", "-nologo");

        Memti.Run("image", "verify", Path.Combine(folder, "bin", "Debug", "net10.0", "memti", "weights.manifest.json")).ExitCode
            .ShouldBe(0);
        DotNet.Done(folder, "run", "--no-build").Output.ShouldContain("shared.bin");
        Directory.EnumerateFiles(Path.Combine(folder, "bin", "Debug", "net10.0"), "Memti.*").ShouldBeEmpty();
    }

    [Fact]
    public void The_tool_installs_and_brings_plugins_cells_and_networks()
    {
        string folder = packed.At("tool");
        DotNet.Done(packed.Root, "tool", "install", "Memti.Tool", "--tool-path", folder, "--version", "0.1.0");

        Tool(folder, "--version").ShouldStartWith("0.1.0+", customMessage: "the commit stands behind the version");
        Tool(folder, "plugins", "list").ShouldContain("plugins/nvdla/Memti.Plugins.Nvdla.dll");
        Tool(folder, "cells", "list").ShouldContain("sram-146f2");
        Tool(folder, "networks", "describe", "resnet50").ShouldContain("conv");
    }

    private string Tool(string folder, params string[] arguments)
    {
        using Process tool = Process.Start(
            new ProcessStartInfo(Path.Combine(folder, OperatingSystem.IsWindows() ? "memti.exe" : "memti"), arguments)
            {
                WorkingDirectory = packed.Root,
                RedirectStandardOutput = true,
            })!;
        string output = tool.StandardOutput.ReadToEnd();
        tool.WaitForExit();
        tool.ExitCode.ShouldBe(0);
        return output;
    }

    // Plugins of others as they were written before the contract had namespaces; one assembly declares one plugin.
    private static Dictionary<string, string> FormerSources() =>
        new[] { "hello-memory", "hello-accelerator", "hello-model", "hello-firmware", "hello-trainable" }
            .SelectMany(static sample => Directory.GetFiles(Path.Combine(Built.Root, "samples", sample), "*.cs"))
            .ToDictionary(NameInOneFolder, static file => string.Join('\n', File.ReadLines(file).Where(IsKept).Select(Former)));

    private static string NameInOneFolder(string file) => $"{Path.GetFileName(Path.GetDirectoryName(file))}-{Path.GetFileName(file)}";

    private static bool IsKept(string line) =>
        !line.StartsWith("[assembly:", StringComparison.Ordinal) || line.Contains("HelloMemory.", StringComparison.Ordinal);

    private static string Former(string line) =>
        line.StartsWith("using Memti.Abstractions.", StringComparison.Ordinal) ? "using Memti.Abstractions;" : line;

    private static string ImportedNamespaces(string folder, params string[] properties)
    {
        DotNet.Done(folder, ["restore", "-nologo", .. properties]);
        return DotNet.Done(folder, ["msbuild", "-nologo", "-getItem:Using", .. properties]).Output;
    }

    private string[] Entries(string id)
    {
        using ZipArchive package = ZipFile.OpenRead(packed.Package(id));
        return [.. package.Entries.Select(static entry => entry.FullName)];
    }

    // The package's own index has a name that is drawn anew each time.
    private static SortedDictionary<string, string> Contents(string file)
    {
        using ZipArchive package = ZipFile.OpenRead(file);
        return new SortedDictionary<string, string>(
            package.Entries
                .Where(static entry => !entry.FullName.EndsWith(".psmdcp", StringComparison.Ordinal) && entry.FullName != "_rels/.rels")
                .ToDictionary(
                    static entry => entry.FullName,
                    static entry => entry.Crc32.ToString("x8", System.Globalization.CultureInfo.InvariantCulture)),
            StringComparer.Ordinal);
    }
}
