using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Memti.EndToEnd.Tests.Firmware;

namespace Memti.EndToEnd.Tests.Documents;

/// <summary>Where a reader of the pages is: the samples and pages of a clone, built as the pages say, and the files that pages assume
/// the reader has.</summary>
public sealed class ReaderFolder : IDisposable
{
    private const string NvsimCell = """
        -MemCellType: SRAM
        -CellArea (F^2): 146
        -CellAspectRatio: 1.46
        -AccessType: CMOS
        -AccessCMOSWidth (F): 1.31
        -SRAMCellNMOSWidth (F): 2.08
        -SRAMCellPMOSWidth (F): 1.23
        -ReadMode: voltage

        """;

    private const string Study = """
        memti_study: 1
        base: samples/scenarios/memti-paper.memti.yaml
        designs: [memti]
        axes: { workload.fps: [5, 10, 15, 20] }

        """;

    private static readonly string[] BuiltSamples =
        ["hello-memory", "hello-accelerator", "hello-model", "hello-trainable", "hello-firmware", "hello-supply", "persistent-firmware"];

    /// <summary>A command that takes longer hangs; on a busy machine some take minutes.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(20);

    // Pages repeat each other: a line is run once in each folder.
    private readonly Dictionary<(string Folder, string Text, string Arguments), Memti> _done = [];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("memti-reader-");

    private bool _isReady;

    internal static bool HasShell => File.Exists("/bin/bash");

    internal static bool HasCompiler => Installed.Has("riscv64-unknown-elf-gcc");

    internal HelpTexts Help { get; } = new();

    internal string At(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>Runs a line in a shell, in which <c>memti</c> is the executable that was built.</summary>
    /// <param name="command">The line.</param>
    /// <param name="arguments">More arguments of every <c>memti</c> in it.</param>
    /// <returns>How it ended, and what it printed.</returns>
    internal Memti Run(DocumentedCommand command, string arguments = "")
    {
        if (command.Text.Contains('\n', StringComparison.Ordinal))
            return Started(command, arguments);
        (string, string, string) key = (command.Folder, command.Text.Split(" #")[0].TrimEnd(), arguments);
        if (!_done.TryGetValue(key, out Memti? run))
            _done[key] = run = Started(command, arguments);
        return run;
    }

    private Memti Started(DocumentedCommand command, string arguments)
    {
        Prepare();
        string executable = $"dotnet '{Built.Executable}'";
        string script = $$"""
            memti() { {{executable}} "$@" {{arguments}}; }
            make() { command make "MEMTI={{executable}}" "$@"; }
            {{command.Text}}

            """;
        using Process process = Process.Start(new ProcessStartInfo("/bin/bash", ["-c", script])
        {
            WorkingDirectory = At(command.Folder),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["MEMTI_CACHE"] = At("cache") },
        })!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{command.Text} did not end within {Limit}.");
        }

        return new Memti(process.ExitCode, output.Result, errors.Result);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Fills the folder, once.</summary>
    internal void Prepare()
    {
        if (_isReady)
            return;
        _isReady = true;
        Copy(Path.Combine(Built.Root, "samples"), At("samples"));
        foreach (string sample in BuiltSamples)
            Copy(Built.Sample(sample), At($"samples/{sample}/bin/Debug/net10.0"), isOutput: true);
        foreach (string folder in (string[])["my-memory/bin/Release/net10.0", "MyMemory/bin/Debug/net10.0"])
            Copy(Built.Sample("hello-memory"), At(folder), isOutput: true);
        if (HasCompiler)
        {
            NodeFirmware.Run("make", "-s", "-C", At("samples/firmware-node"), "IMAGES=none", $"MEMTI=dotnet {Built.Executable}");
            foreach (string sample in (string[])["powercut", "checkpoint"])
                NodeFirmware.Run("make", "-s", "-C", At($"samples/{sample}"), $"MEMTI=dotnet {Built.Executable}");
        }

        WriteInputs();
        WriteImages();
    }

    private void WriteInputs()
    {
        File.Copy(At("samples/hello-cell/hello-cbram-30f2.memcell.yaml"), At("mine.memcell.yaml"));
        foreach (string cell in (string[])["sample.cell", "my.cell"])
            File.WriteAllText(At(cell), NvsimCell);
        foreach (string network in (string[])["mine.onnx", "my-network.onnx"])
            File.WriteAllBytes(At(network), OnnxGraph.Convolution(1, 224));
        File.WriteAllText(At("study.yaml"), Study);
        File.WriteAllBytes(At("open.onnx"), OnnxGraph.Convolution(null, null));
        File.WriteAllBytes(At("batched.onnx"), OnnxGraph.Convolution(8, 224));
        foreach (string part in (string[])["train", "test"])
            for (int picture = 0; picture < 20; picture++)
                WritePicture($"sets/mine/{part}/class{picture % 2}/{picture}.pgm", picture);
    }

    private void WritePicture(string name, int brightness)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
        File.WriteAllBytes(
            At(name),
            [.. Encoding.ASCII.GetBytes("P5 4 4 255\n"), .. Enumerable.Range(0, 16).Select(pixel => (byte)(pixel * brightness))]);
    }

    // The set of images that the pages show, and files of other programs that contain parts of it.
    private void WriteImages()
    {
        using WeightsBench bench = new();
        bench.Request(static request =>
        {
            JsonNode adapters = request["regions"]!.AsArray().Single(static region => (string?)region!["name"] == "adapters")!;
            adapters["address"] = "0x08000000";
            adapters["formats"] = new JsonArray("bin", "ihex");
        });
        bench.Done("build");
        Copy(bench.At("out"), At("out"), isOutput: true);
        foreach (string scenario in (string[])["camera.memti.yaml", "node.memti.yaml"])
            File.Copy(bench.At("node.memti.yaml"), At(scenario));
        File.Copy(bench.At("request.json"), At("camera.weights.json"));
        File.Copy(At("out/adapters.signs.hex"), At("firmware.hex"));
        File.Copy(At("out/shared.hex"), At("firmware-with-weights.hex"));
        foreach (string dump in (string[])["flash.bin", "flash-dump.bin", "dump-of-the-flash.img"])
            File.WriteAllBytes(At(dump), [.. File.ReadAllBytes(At("out/adapters.signs.bin")), .. new byte[64]]);
        File.WriteAllText(At("memory.mem"), "@0\n01234567\n89abcdef\n");
    }

    private static void Copy(string from, string to, bool isOutput = false)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string name = Path.GetRelativePath(from, file);
            if (!isOutput && name.Split(Path.DirectorySeparatorChar).Intersect(["bin", "obj", "build"]).Any())
                continue;
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(to, name))!);
            File.Copy(file, Path.Combine(to, name));
        }
    }
}
