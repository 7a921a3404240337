using System.Diagnostics;

namespace Memti.EndToEnd.Tests.Debugging;

/// <summary>A scenario whose firmware is built by the test, in a folder of its own.</summary>
internal sealed class DebuggedFirmware : IDisposable
{
    public const string Compiler = "riscv64-unknown-elf-gcc";

    private static readonly string Sources = Path.Combine(Built.Root, "tests", "Memti.EndToEnd.Tests", "Debugging", "firmware");

    private readonly string _folder = Directory.CreateTempSubdirectory("memti-debug-").FullName;

    /// <param name="program">Name of the C file.</param>
    /// <param name="seconds">Duration of the workload.</param>
    /// <param name="defines">More arguments of the compiler.</param>
    public DebuggedFirmware(string program = "debugged", int seconds = 1, params string[] defines)
    {
        Elf = Path.Combine(_folder, "debugged.elf");
        Scenario = Path.Combine(_folder, "debugged.memti.yaml");
        File.WriteAllText(Scenario, ScenarioText(seconds));
        Build(program, defines);
    }

    public string Elf { get; }

    public string Scenario { get; }

    private static string ScenarioText(int seconds) =>
        $$"""
        memti: 1
        name: debugged
        network: { kind: resnet26-adapters, width: 0.25, input_px: 32, scale: none, tasks: [{ name: signs, classes: 4 }] }
        accelerator: { kind: nvdla, macs: 256, buffer_kib: 128, clock_mhz: 400, time_model: layer_maximum }
        processor: { kind: riscv, clock_mhz: 100, timing: ibex }
        memories:
          code: { kind: rram, capacity_kib: 64, at: 0x20000000, holds: [] }
          data: { kind: sram, capacity_kib: 16, at: 0x80000000, holds: [] }
          shared: { kind: rram, holds: [shared] }
          backing: { kind: rram, holds: [all_tasks] }
          adapters: { kind: sram, holds: [task_specific] }
          activations: { kind: sram, capacity_kib: 256, holds: [activations, input] }
        workload: { fps: 30, duration_s: {{seconds}} }
        designs:
          managed: { power: { firmware: duty-cycle } }
          c: { power: { firmware: { elf: debugged.elf } } }
        """;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Build(string program, string[] defines)
    {
        string[] words =
        [
            "-march=rv32imac", "-misa-spec=2.2", "-mabi=ilp32", "-ffreestanding", "-nostdlib", "-O1", "-g", "-fno-inline",
            "-Wl,--build-id=none", "-T", Path.Combine(Sources, "debugged.ld"), "-o", Elf,
            .. defines, Path.Combine(Sources, "start.S"), Path.Combine(Sources, program + ".c"),
        ];
        using Process process = Process.Start(new ProcessStartInfo(Compiler, words) { RedirectStandardError = true })!;
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, errors);
    }
}
