namespace PersistentFirmware;

/// <summary>Parameters as they arrive from outside, where a sender keeps them: any numbers that differ from version to version.</summary>
public static class ArrivingSet
{
    /// <summary>Some words of a version.</summary>
    public static uint[] Words(int version, int first, int count) =>
        [.. Enumerable.Range(first, count).Select(place => Word(version, place))];

    private static uint Word(int version, int place)
    {
        // Knuth's multiplicative hash.
        uint word = (uint)((version * 1_000_003) + place + 1) * 2_654_435_761u;
        return word ^ (word >> 15);
    }
}
