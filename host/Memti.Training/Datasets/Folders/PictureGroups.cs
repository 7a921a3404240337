namespace Memti.Training.Datasets.Folders;

/// <summary>
/// Groups pictures of one object (tracks), which a split must keep together: in GTSRB, <c>00012_00005.ppm</c> is frame 5 of track 12. When
/// all file names of a class contain <c>_</c>, the text before the last one names the group. In other classes each file is its own group.
/// </summary>
internal static class PictureGroups
{
    /// <summary>Numbers the groups.</summary>
    /// <param name="files">Paths.</param>
    /// <param name="labels">Class of each file.</param>
    /// <returns>Group of each file, unique across classes; null when no class has groups.</returns>
    public static int[]? Of(IReadOnlyList<string> files, IReadOnlyList<int> labels)
    {
        // Frames of one track are nearly equal: a track in both training and test images would inflate the accuracy.
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
