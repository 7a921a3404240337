using System.Diagnostics;
using Memti.Plugins.RiscV.Options;
using Memti.Plugins.RiscV.Tests.Machines;
using Memti.Plugins.RiscV.Translation;

namespace Memti.Plugins.RiscV.Tests.Translation;

/// <summary>The kernels of the benchmarks, compiled from C.</summary>
public class KernelTests
{
    private const string Compiler = "riscv64-unknown-elf-gcc";
    private const string ObjectCopy = "riscv64-unknown-elf-objcopy";

    // Printed by QEMU 7.2, machine "virt".
    private const string Printed = "c30a6ebc\nae828fd6\n34e651e6\nb572f1d0\n";

    [ToolFact(Compiler, ObjectCopy)]
    public void Kernels_print_what_the_emulator_prints_and_are_equal_at_every_stop()
    {
        byte[] image = Build();
        int stops = 0;
        Twins twins = new(options => Machine(options, image), TranslationPace.Default);

        twins.Run(() => Step(stops++), long.MaxValue / 2);

        twins.Translated.Output.ShouldBe(Printed);
        twins.Translations.ShouldBeGreaterThan(3);
    }

    // A hundred stops each of 1, 7, 1,000 and 100,000 cycles.
    private static int Step(int stop) => (stop / 100 % 4) switch
    {
        0 => 1,
        1 => 7,
        2 => 1_000,
        _ => 100_000,
    };

    private static TestMachine Machine(RiscVOptions options, byte[] image) => new TestMachine(options).Put(TestMachine.RamBase, image);

    private static byte[] Build()
    {
        string folder = RepositoryFiles.Of("tests", "Memti.Benchmarks", "Firmware");
        string path = Path.Combine(Path.GetTempPath(), $"memti-kernels-{Guid.NewGuid():n}");
        Run(
            Compiler,
            "-O2", "-march=rv32imac", "-misa-spec=2.2", "-mabi=ilp32", "-ffreestanding", "-nostdlib",
            "-T", Path.Combine(folder, "firmware.ld"), Path.Combine(folder, "start.S"), Path.Combine(folder, "kernels.c"), "-lgcc",
            "-Wl,--no-warn-rwx-segments", "-o", $"{path}.elf");
        Run(ObjectCopy, "-O", "binary", $"{path}.elf", $"{path}.bin");
        byte[] image = File.ReadAllBytes($"{path}.bin");
        File.Delete($"{path}.elf");
        File.Delete($"{path}.bin");
        return image;
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        process.ExitCode.ShouldBe(0);
    }
}
