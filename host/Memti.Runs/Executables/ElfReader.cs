using ELFSharp.ELF;
using ELFSharp.ELF.Sections;
using ELFSharp.ELF.Segments;
using Memti.Abstractions.Diagnostics;
using Memti.Runs.Codes;
using Memti.Simulation.Executables;

namespace Memti.Runs.Executables;

/// <summary>Reads executables for cores of 32 bits, little-endian, from ELF files.</summary>
public static class ElfReader
{
    // Beyond this, a file is no firmware: each byte is kept in memory.
    private const long MostBytes = 1L << 30;

    /// <summary>Reads an executable.</summary>
    /// <param name="path">The file.</param>
    /// <param name="machine">Number of the processor, as <c>e_machine</c> states it.</param>
    /// <exception cref="MemtiException">
    /// <see cref="DiagnosticCode.FileUnreadable"/>, <see cref="ExecutableCodes.NotExecutable"/>,
    /// <see cref="ExecutableCodes.OtherProcessor"/>, <see cref="ExecutableCodes.SegmentsOverlap"/> or
    /// <see cref="ExecutableCodes.EntryOutside"/>.
    /// </exception>
    public static Executable Read(string path, int machine)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        byte[] file = Bytes(path);
        try
        {
            return Read(path, file, machine);
        }
        catch (Exception error) when (error is not MemtiException)
        {
            // The parser answers a damaged file with whatever it ran into.
            throw Refuse(ExecutableCodes.NotExecutable, path, "it is damaged", "an executable as a linker writes it", error);
        }
    }

    /// <summary>Checks that memories hold all segments.</summary>
    /// <param name="executable">The executable.</param>
    /// <param name="memories">The memories that the bus maps.</param>
    /// <exception cref="MemtiException"><see cref="ExecutableCodes.SegmentOutside"/>.</exception>
    public static void Place(Executable executable, IReadOnlyList<MappedRange> memories)
    {
        ArgumentNullException.ThrowIfNull(executable);
        string permitted = memories.Count == 0 ? "memories with 'at:'; there is none" : $"within {string.Join(", ", memories)}";
        foreach (ExecutableSegment segment in executable.Segments)
        {
            if (!memories.Any(memory => memory.Contains(segment.Address, segment.Last)))
                throw Refuse(
                    ExecutableCodes.SegmentOutside, executable.Name, $"its segment at {Range(segment)} is in no memory", permitted);
        }
    }

    /// <summary>Reads the source lines of an executable. A file without them, or with some that cannot be understood, has none.</summary>
    /// <param name="path">A file that <see cref="Read(string, int)"/> takes.</param>
    internal static LineTable LinesOf(string path)
    {
        try
        {
            using ELF<uint> elf = Open(path, Bytes(path));
            return new(DebugLines.Of(Contents(elf, ".debug_line"), Contents(elf, ".debug_line_str")));
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return new([]);
        }
    }

    private static byte[] Contents(ELF<uint> elf, string section) =>
        elf.TryGetSection(section, out Section<uint> found) ? found.GetContents() : [];

    private static byte[] Bytes(string path)
    {
        try
        {
            if (Directory.Exists(path))
                throw Unreadable(path, "it is a folder");
            if (new FileInfo(path).Length > MostBytes)
                throw Refuse(ExecutableCodes.NotExecutable, path, "it is larger than 1 GiB", "an executable");
            return File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, error.Message, error);
        }
    }

    private static MemtiException Unreadable(string path, string reason, Exception? error = null) => new(
        new Diagnostic(DiagnosticCode.FileUnreadable, $"the executable cannot be read: {reason.TrimEnd('.')}.") { File = path }, error);

    private static Executable Read(string path, byte[] file, int machine)
    {
        ElfHeader.Verify(path, file, machine);
        using ELF<uint> elf = Open(path, file);
        ExecutableSegment[] segments = SegmentsOf(path, elf, file);
        VerifyApart(path, segments);
        ulong entry = elf.EntryPoint;
        if (!segments.Any(segment => segment.Contains(entry)))
            throw Refuse(
                ExecutableCodes.EntryOutside,
                path,
                FormattableString.Invariant($"its entry 0x{entry:x} is in no segment"),
                "an address in " + string.Join(", ", segments.Select(Range)));
        return new Executable { Name = path, Entry = entry, Segments = segments, Symbols = ElfSymbols.Of(elf) };
    }

    private static ELF<uint> Open(string path, byte[] file) =>
        ELFReader.Load<uint>(new MemoryStream(ElfSections.Verified(path, file), writable: false), shouldOwnStream: true);

    private static ExecutableSegment[] SegmentsOf(string path, ELF<uint> elf, byte[] file)
    {
        ExecutableSegment[] segments =
            [.. elf.Segments.Where(static segment => segment.Type == SegmentType.Load && segment.FileSize > 0)
                .Select(segment => SegmentOf(segment, file))
                .OrderBy(static segment => segment.Address)];
        return segments.Length > 0
            ? segments
            : throw Refuse(ExecutableCodes.NotExecutable, path, "it has no bytes to load", "an executable with loadable segments");
    }

    // Memory beyond the bytes of the file, such as .bss, is cleared by the start file, as on hardware.
    private static ExecutableSegment SegmentOf(Segment<uint> segment, byte[] file) =>
        new(segment.PhysicalAddress, file.AsMemory(checked((int)segment.Offset), checked((int)segment.FileSize)));

    private static void VerifyApart(string path, ExecutableSegment[] segments)
    {
        foreach ((ExecutableSegment first, ExecutableSegment second) in segments.Zip(segments.Skip(1)))
        {
            if (second.Address <= first.Last)
                throw Refuse(
                    ExecutableCodes.SegmentsOverlap,
                    path,
                    $"its segments at {Range(first)} and {Range(second)} overlap",
                    "segments apart by their physical addresses");
        }
    }

    private static string Range(ExecutableSegment segment) =>
        FormattableString.Invariant($"0x{segment.Address:x} to 0x{segment.Last:x}");

    internal static MemtiException Refuse(string code, string path, string reason, string permitted, Exception? inner = null) =>
        new(new Diagnostic(code, $"the executable cannot be used: {reason}; permitted: {permitted}.")
        {
            File = path,
            Permitted = permitted,
        }, inner);
}
