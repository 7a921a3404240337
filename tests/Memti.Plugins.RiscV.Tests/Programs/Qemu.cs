using System.Diagnostics;

namespace Memti.Plugins.RiscV.Tests.Programs;

/// <summary>The machine <c>virt</c> of QEMU.</summary>
internal static class Qemu
{
    public const string Name = "qemu-system-riscv32";

    /// <summary>Runs an image at 0x80000000 until it writes the finisher.</summary>
    /// <returns>What it wrote to the console.</returns>
    public static byte[] Run(byte[] image)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("memti-qemu-");
        try
        {
            string file = Path.Combine(folder.FullName, "image.bin"), output = Path.Combine(folder.FullName, "output.bin");
            File.WriteAllBytes(file, image);
            string[] arguments =
            [
                "-machine", "virt", "-cpu", "rv32", "-bios", "none", "-display", "none", "-monitor", "none",
                "-serial", $"file:{output}", "-device", $"loader,file={file},addr=0x80000000,force-raw=on,cpu-num=0",
            ];
            using Process process = Process.Start(new ProcessStartInfo(Name, arguments) { RedirectStandardError = true })!;
            bool ended = process.WaitForExit(TimeSpan.FromMinutes(2));
            if (!ended)
                process.Kill();
            ended.ShouldBeTrue("QEMU did not end");
            process.ExitCode.ShouldBe(0, process.StandardError.ReadToEnd());
            return File.ReadAllBytes(output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
