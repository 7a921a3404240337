namespace Memti.Training.Datasets.Pictures;

/// <summary>
/// Pictures of one thing, which a split must not part: in GTSRB <c>00012_00005.ppm</c> is frame 5 of track 12. When all files of a class have a <c>_</c> in their
/// names, what stands before the last one names the group; in any other class each file stands for itself.
/// </summary>
internal static class PictureGroups
{
    /// <param name="files">Paths.</param>
    /// <param name="labels">Class of each.</param>
    /// <returns>Group of each file, different in different classes; null when no class has groups.</returns>
    public static int[]? Of(IReadOnlyList<string> files, IReadOnlyList<int> labels)
    {
        HashSet<int> without = [.. labels.Where((_, index) => Track(files[index]) is null)];
        if (labels.All(without.Contains))
            return null;
        Dictionary<(int, string), int> numbers = [];
        int[] groups = new int[files.Count];
        for (int index = 0; index < groups.Length; index++)
        {
            (int Label, string Name) key = (labels[index], without.Contains(labels[index]) ? files[index] : Track(files[index])!);
            if (!numbers.TryGetValue(key, out groups[index]))
                numbers[key] = groups[index] = numbers.Count;
        }

        return groups;
    }

    private static string? Track(string file)
    {
        string name = Path.GetFileNameWithoutExtension(file);
        int mark = name.LastIndexOf('_');
        return mark > 0 ? name[..mark] : null;
    }
}
