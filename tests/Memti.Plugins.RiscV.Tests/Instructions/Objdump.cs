using System.Diagnostics;

namespace Memti.Plugins.RiscV.Tests.Instructions;

/// <summary>The disassembler of the GNU binary utilities.</summary>
internal static class Objdump
{
    public const string Name = "riscv64-unknown-elf-objdump";
    public const string Assembler = "riscv64-unknown-elf-as";
    public const string Copier = "riscv64-unknown-elf-objcopy";

    /// <summary>The text of each instruction of an image at address 0, by its address.</summary>
    public static Dictionary<uint, string> Of(byte[] image)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("memti-objdump-");
        try
        {
            string At(string file) => Path.Combine(folder.FullName, file);
            File.WriteAllBytes(At("code.bin"), image);
            File.WriteAllText(At("code.s"), $".text\n.incbin \"{At("code.bin")}\"\n");
            Run(Assembler, "-march=rv32imac_zicsr_zifencei_zba_zbb_zbs", "-mabi=ilp32", At("code.s"), "-o", At("code.o"));

            // Without symbols, included bytes are instructions.
            Run(Copier, "--strip-all", At("code.o"));
            return Parse(Run(Name, "-d", "-z", "-M", "no-aliases", "--no-show-raw-insn", At("code.o")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Dictionary<uint, string> Parse(string text)
    {
        var lines = new Dictionary<uint, string>();
        foreach (string line in text.Split('\n'))
        {
            string[] parts = line.Split(":\t");
            if (parts.Length == 2)
                lines[Convert.ToUInt32(parts[0].Trim(), 16)] = parts[1].Split(" #")[0].TrimEnd();
        }

        return lines;
    }

    private static string Run(string tool, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, tool);
        return output;
    }
}
