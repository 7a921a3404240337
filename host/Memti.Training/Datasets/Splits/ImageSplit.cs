using Memti.Abstractions.Randomness;

namespace Memti.Training.Datasets.Splits;

/// <summary>A set of images in two parts.</summary>
/// <param name="Kept">Indices of the kept images, ascending.</param>
/// <param name="Taken">Indices of the taken images, ascending.</param>
internal sealed record ImageSplit(IReadOnlyList<int> Kept, IReadOnlyList<int> Taken)
{
    /// <summary>
    /// Takes a share of each class, in whole groups. At least one group of a class stays. A group that would increase the distance from the
    /// share is not taken; when that leaves nothing to take from any class, each class gives its first group.
    /// </summary>
    /// <param name="labels">Class of each image.</param>
    /// <param name="groups">Group of each image; null when each image is a group of its own.</param>
    /// <param name="share">Fraction of the images of a class to take, 0 to 0.9.</param>
    /// <param name="random">Selects the groups.</param>
    public static ImageSplit Of(ReadOnlySpan<int> labels, IReadOnlyList<int>? groups, double share, Philox random)
    {
        bool[] taken = new bool[labels.Length];
        TakeFrom(labels, groups, share, random, taken);
        // Few images, or long tracks: rounding must not leave a part without an image.
        if (share > 0 && !taken.Contains(true))
            TakeFrom(labels, groups, null, random, taken);
        int[] all = [.. Enumerable.Range(0, labels.Length)];
        return new ImageSplit([.. all.Where(index => !taken[index])], [.. all.Where(index => taken[index])]);
    }

    private static void TakeFrom(ReadOnlySpan<int> labels, IReadOnlyList<int>? groups, double? share, Philox random, bool[] taken)
    {
        // Class by class with a counter of its own: adding a class does not change the split of the others.
        foreach (IGrouping<int, int> images in Indices(labels)
            .GroupBy(static entry => entry.Label, static entry => entry.Index)
            .OrderBy(static images => images.Key))
            Take(
                [.. images.GroupBy(index => groups?[index] ?? index).Select(static group => group.ToArray())],
                share,
                random,
                (uint)images.Key,
                taken);
    }

    /// <summary>Takes a share of one class; for null, one group.</summary>
    private static void Take(int[][] groups, double? share, Philox random, uint label, bool[] taken)
    {
        double wanted = groups.Sum(static group => group.Length) * share ?? 0;
        int had = 0;
        foreach (int index in Order.Shuffled(groups.Length, random, label).SkipLast(1))
        {
            int with = had + groups[index].Length;
            if (share is null ? had > 0 : Math.Abs(with - wanted) > wanted - had)
                continue;
            had = with;
            foreach (int image in groups[index])
                taken[image] = true;
        }
    }

    private static (int Index, int Label)[] Indices(ReadOnlySpan<int> labels)
    {
        var pairs = new (int, int)[labels.Length];
        for (int index = 0; index < labels.Length; index++)
            pairs[index] = (index, labels[index]);
        return pairs;
    }
}
