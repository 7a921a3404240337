namespace Memti.EndToEnd.Tests.Firmware;

/// <summary>A test that builds firmware; skipped where the compiler or another program that it needs is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FirmwareFactAttribute : FactAttribute
{
    private static readonly string[] Compiler = ["make", "riscv64-unknown-elf-gcc"];

    /// <param name="more">Programs beside make and the compiler.</param>
    public FirmwareFactAttribute(params string[] more)
    {
        if (Compiler.Concat(more).FirstOrDefault(static tool => !Installed.Has(tool)) is { } missing)
            Skip = $"'{missing}' is not installed (apt-get install make gcc-riscv64-unknown-elf qemu-system-misc gdb-multiarch)";
    }
}
