using System.Buffers.Binary;
using Memti.Abstractions.Diagnostics;
using Memti.Runs.Codes;

namespace Memti.Runs.Executables;

/// <summary>Looks at the first bytes of an ELF file, before anything else is read of it. Layout: System V ABI, chapter 4.</summary>
internal static class ElfHeader
{
    private const int Length = 52;
    private const int ClassPlace = 4;
    private const int OrderPlace = 5;
    private const int TypePlace = 16;
    private const int MachinePlace = 18;
    private const byte Bits32 = 1;
    private const byte LittleEndian = 1;
    private const int ExecutableType = 2;

    public static void Verify(string path, ReadOnlySpan<byte> file, int machine)
    {
        if (file.Length < Length || !file.StartsWith("\u007fELF"u8))
            throw ElfReader.Refuse(ExecutableCodes.NotExecutable, path, "it is no ELF file", "a statically linked ELF file");
        VerifyForm(path, file);
        int found = BinaryPrimitives.ReadUInt16LittleEndian(file[MachinePlace..]);
        if (found != machine)
            throw Other(path, FormattableString.Invariant($"it is for machine {found} (e_machine)"), machine);
        if (BinaryPrimitives.ReadUInt16LittleEndian(file[TypePlace..]) != ExecutableType)
            throw ElfReader.Refuse(
                ExecutableCodes.NotExecutable, path, "it is not linked for fixed addresses", "a statically linked ELF file (ET_EXEC)");
    }

    private static void VerifyForm(string path, ReadOnlySpan<byte> file)
    {
        if (file[ClassPlace] != Bits32)
            throw ElfReader.Refuse(ExecutableCodes.OtherProcessor, path, "it is not for 32 bits", "ELFCLASS32");
        if (file[OrderPlace] != LittleEndian)
            throw ElfReader.Refuse(ExecutableCodes.OtherProcessor, path, "it is not little-endian", "ELFDATA2LSB");
    }

    private static MemtiException Other(string path, string reason, int machine) =>
        ElfReader.Refuse(ExecutableCodes.OtherProcessor, path, reason, FormattableString.Invariant($"machine {machine}, the processor's"));
}
