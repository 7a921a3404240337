namespace Memti.Documents.Names;

/// <summary>Finds the name that was probably meant.</summary>
public static class NearestName
{
    private const int LongestName = 64;

    /// <summary>The name with the fewest edits; null when none is close enough to be meant. The first one wins a tie.</summary>
    public static string? Of(string written, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(written);
        ArgumentNullException.ThrowIfNull(names);
        if (written.Length is 0 or > LongestName)
            return null;
        int limit = Math.Max(2, written.Length / 3);
        return names.Where(static name => name.Length <= LongestName)
            .Select(name => (Name: name, Edits: LacksUnit(written, name) ? 1 : Edits(written, name)))
            .Where(match => match.Edits <= limit && match.Edits < Math.Max(written.Length, match.Name.Length))
            .OrderBy(static match => match.Edits)
            .Select(static match => match.Name)
            .FirstOrDefault();
    }

    /// <summary>
    /// A question after the name that was probably meant: <c>did you mean `rram`?</c>; null when no name is close enough.
    /// </summary>
    /// <param name="written">What was written.</param>
    /// <param name="names">The names that there are.</param>
    /// <param name="quote">What the name stands between.</param>
    public static string? Question(string written, IEnumerable<string> names, string quote = "`") =>
        Of(written, names) is { } nearest ? $"did you mean {quote}{nearest}{quote}?" : null;

    /// <summary>
    /// The same as a sentence of its own behind another one: <c> Did you mean 'rram'?</c>; empty when no name is close enough.
    /// </summary>
    public static string Sentence(string written, IEnumerable<string> names) =>
        Of(written, names) is { } nearest ? $" Did you mean '{nearest}'?" : "";

    private static bool LacksUnit(string written, string name) =>
        name.StartsWith(written, StringComparison.Ordinal) && name.Length > written.Length && name[written.Length] == '_';

    /// <summary>Insertions, deletions, substitutions and swaps of neighbours that turn one name into the other.</summary>
    public static int Edits(string from, string to)
    {
        int[,] edits = new int[from.Length + 1, to.Length + 1];
        for (int i = 0; i <= from.Length; i++)
            for (int j = 0; j <= to.Length; j++)
                edits[i, j] = i == 0 ? j : j == 0 ? i : Cheapest(edits, from, to, i, j);
        return edits[from.Length, to.Length];
    }

    private static int Cheapest(int[,] edits, string from, string to, int i, int j)
    {
        int change = edits[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
        int best = Math.Min(change, Math.Min(edits[i - 1, j], edits[i, j - 1]) + 1);
        bool swapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
        return swapped ? Math.Min(best, edits[i - 2, j - 2] + 1) : best;
    }
}
