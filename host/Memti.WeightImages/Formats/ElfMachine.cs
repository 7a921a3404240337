namespace Memti.WeightImages.Formats;

/// <summary>Target machine of an ELF object. Linkers reject objects for another machine.</summary>
/// <param name="Name">Name in formats; empty for no machine.</param>
/// <param name="Title">Name in texts.</param>
/// <param name="Number">Value of <c>e_machine</c>.</param>
/// <param name="IsWide">True for ELF64, false for ELF32; null to decide by the addresses.</param>
/// <param name="Flags">Value of <c>e_flags</c>.</param>
/// <remarks>Numbers: the registry of the System V ABI (gabi, ELF header). Flags: ELF for the Arm architecture (version 5 of the EABI);
/// RISC-V ELF psABI, where objects without code link with any floating-point ABI.</remarks>
internal sealed record ElfMachine(string Name, string Title, ushort Number, bool? IsWide, uint Flags)
{
    /// <summary>No machine: for programs that extract the section.</summary>
    public static readonly ElfMachine None = new("", "no machine", 0, null, 0);

    /// <summary>Machines to link firmware for.</summary>
    public static readonly IReadOnlyList<ElfMachine> All =
    [
        new("arm", "32-bit Arm", 40, false, 0x05000000),
        new("aarch64", "64-bit Arm", 183, true, 0),
        new("riscv32", "32-bit RISC-V", 243, false, 0),
        new("riscv64", "64-bit RISC-V", 243, true, 0),
        new("x86_64", "x86-64", 62, true, 0),
    ];
}
