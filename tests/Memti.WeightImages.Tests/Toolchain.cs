namespace Memti.WeightImages.Tests;

/// <summary>Assembler and linker of a machine, and how they are asked for an object whose ABI has something to disagree with.</summary>
/// <param name="Format">The format of images.</param>
/// <param name="Prefix">What the names of the programs begin with.</param>
/// <param name="Assembler">Options of the assembler.</param>
/// <param name="Linker">Options of the linker.</param>
/// <param name="Word">The directive for an address.</param>
internal sealed record Toolchain(string Format, string Prefix, string[] Assembler, string[] Linker, string Word)
{
    public static IReadOnlyList<Toolchain> All =>
    [
        new("elf-arm", "arm-none-eabi-", ["-mcpu=cortex-m7", "-mfloat-abi=hard", "-mfpu=fpv5-d16"], [], ".word"),
        new("elf-aarch64", "aarch64-linux-gnu-", [], [], ".xword"),
        new("elf-riscv32", "riscv64-unknown-elf-", ["-march=rv32imafdc", "-mabi=ilp32d"], ["-m", "elf32lriscv"], ".word"),
        new("elf-riscv64", "riscv64-unknown-elf-", ["-march=rv64imafdc", "-mabi=lp64d"], [], ".dword"),
        new("elf-x86_64", "", [], [], ".quad"),
    ];

    public bool IsThere => Tool.IsThere(Prefix + "as") && Tool.IsThere(Prefix + "ld") && Tool.IsThere(Prefix + "objcopy");
}
