using System.ComponentModel;

namespace Memti.Benchmarks;

/// <summary>Builds the firmware of the benchmarks with a cross compiler, and runs QEMU, where they are installed.</summary>
internal static class FirmwareBuild
{
    private const string Compiler = "riscv64-unknown-elf-gcc";
    private const string Emulator = "qemu-system-riscv32";

    /// <summary>What is missing here, in words; null when nothing is.</summary>
    public static string? Missing =>
        !Runs(Compiler) ? $"{Compiler} is not installed" : !Runs(Emulator) ? $"{Emulator} is not installed" : null;

    /// <summary>Builds an executable.</summary>
    /// <param name="name">Name of the source without its extension.</param>
    /// <param name="definition">A definition, such as ROUNDS=10.</param>
    /// <returns>Path of the executable.</returns>
    public static string Build(string name, string definition)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "Firmware");
        string elf = Path.Combine(Path.GetTempPath(), $"memti-benchmarks-{Environment.ProcessId}-{name}.elf");
        ChildProcess.Run(
            Compiler,
            [
                "-O2", "-march=rv32imac", "-misa-spec=2.2", "-mabi=ilp32", "-ffreestanding", "-nostdlib", $"-D{definition}",
                "-Wl,--no-warn-rwx-segments",
                "-T", Path.Combine(folder, "firmware.ld"), Path.Combine(folder, "start.S"), Path.Combine(folder, $"{name}.c"), "-lgcc",
                "-o", elf,
            ]);
        return elf;
    }

    /// <summary>Runs an executable on QEMU's "virt" until it writes the finisher.</summary>
    /// <returns>What it wrote to the console, and the processor time of the process.</returns>
    public static (string Output, double Seconds) Emulate(string elf)
    {
        double before = ProcessorTime.OfChildren();
        string output = ChildProcess.Run(
            Emulator, ["-M", "virt", "-bios", "none", "-display", "none", "-monitor", "none", "-serial", "stdio", "-kernel", elf]);
        return (output, ProcessorTime.OfChildren() - before);
    }

    private static bool Runs(string program)
    {
        try
        {
            ChildProcess.Run(program, ["--version"]);
            return true;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
