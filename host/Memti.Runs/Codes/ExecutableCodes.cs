namespace Memti.Runs.Codes;

/// <summary>Codes of executables for a processor.</summary>
public static class ExecutableCodes
{
    /// <summary>A file that is no ELF file, is damaged, or holds nothing to execute.</summary>
    public const string NotExecutable = "MEMTI4201";

    /// <summary>An executable for another processor, word size or byte order.</summary>
    public const string OtherProcessor = "MEMTI4202";

    /// <summary>Segments that are placed over each other.</summary>
    public const string SegmentsOverlap = "MEMTI4203";

    /// <summary>A segment that no memory of the bus holds as a whole.</summary>
    public const string SegmentOutside = "MEMTI4204";

    /// <summary>An entry that is in none of the segments.</summary>
    public const string EntryOutside = "MEMTI4205";
}
