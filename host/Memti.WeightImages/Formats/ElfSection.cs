namespace Memti.WeightImages.Formats;

/// <summary>A section of an ELF file, with the fields of its header.</summary>
internal sealed record ElfSection(
    uint Name, uint Type, ulong Flags, ulong Address, ReadOnlyMemory<byte> Contents, uint Link, uint Info, uint Alignment, uint EntryBytes);
