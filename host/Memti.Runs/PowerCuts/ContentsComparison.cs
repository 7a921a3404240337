namespace Memti.Runs.PowerCuts;

/// <summary>Compares non-volatile memories at the end of a run with those of the uncut run, bit by bit.</summary>
internal static class ContentsComparison
{
    /// <summary>Counts bytes that differ.</summary>
    /// <param name="memories">The memories.</param>
    /// <param name="expected">Their contents at the end of the uncut run.</param>
    /// <param name="run">The run that is over.</param>
    /// <param name="ignored">Ranges that may differ.</param>
    /// <returns>Their number and the first of them. A memory with a word that cannot be read differs in one byte at least.</returns>
    public static (long Bytes, string First) Of(
        IReadOnlyList<CutMemory> memories, IReadOnlyList<byte[]> expected, ICutRun run, IReadOnlyList<IgnoredRange> ignored)
    {
        long different = 0;
        string first = "";
        for (int index = 0; index < memories.Count; index++)
        {
            ReadOnlySpan<byte> contents = run.ContentsOf(memories[index].Index);
            if (!contents.SequenceEqual(expected[index]))
                Count(memories[index], expected[index], contents, ignored, ref different, ref first);
            if (run.IsReadable(memories[index].Index))
                continue;
            different = Math.Max(1, different);
            first = first.Length > 0 ? first : memories[index].Name;
        }

        return (different, first);
    }

    private static void Count(
        CutMemory memory,
        byte[] expected,
        ReadOnlySpan<byte> contents,
        IReadOnlyList<IgnoredRange> ignored,
        ref long different,
        ref string first)
    {
        for (int place = 0; place < expected.Length; place++)
        {
            if (contents[place] == expected[place] || IsIgnored(memory, place, ignored))
                continue;
            if (first.Length == 0)
                first = memory.Describe(place);
            different++;
        }
    }

    private static bool IsIgnored(CutMemory memory, int place, IReadOnlyList<IgnoredRange> ignored) =>
        ignored.Any(range => range.Memory == memory.Name && place >= range.Offset && place < range.Offset + range.Bytes);
}
