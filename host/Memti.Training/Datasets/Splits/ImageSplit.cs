using Memti.Abstractions.Randomness;

namespace Memti.Training.Datasets.Splits;

/// <summary>Two parts of a set of images.</summary>
/// <param name="Kept">Indices of the images that stay, rising.</param>
/// <param name="Taken">Indices of the images that were taken out, rising.</param>
internal sealed record ImageSplit(IReadOnlyList<int> Kept, IReadOnlyList<int> Taken)
{
    /// <summary>
    /// Takes a share of each class. A group of a class goes as a whole; at least one group of a class stays, and one that would lead further from the share is not taken.
    /// </summary>
    /// <param name="labels">Class of each image.</param>
    /// <param name="groups">Group of each image; null when each stands for itself.</param>
    /// <param name="share">Share of the images of a class to take, 0 to 0.9.</param>
    /// <param name="random">Decides which.</param>
    public static ImageSplit Of(ReadOnlySpan<int> labels, IReadOnlyList<int>? groups, double share, Philox random)
    {
        bool[] taken = new bool[labels.Length];
        foreach (IGrouping<int, int> images in Indices(labels).GroupBy(static entry => entry.Label, static entry => entry.Index).OrderBy(static images => images.Key))
            Take([.. images.GroupBy(index => groups?[index] ?? index).Select(static group => group.ToArray())], share, random, (uint)images.Key, taken);
        int[] all = [.. Enumerable.Range(0, labels.Length)];
        return new ImageSplit([.. all.Where(index => !taken[index])], [.. all.Where(index => taken[index])]);
    }

    private static void Take(int[][] groups, double share, Philox random, uint label, bool[] taken)
    {
        double wanted = groups.Sum(static group => group.Length) * share;
        int had = 0;
        foreach (int index in Order.Shuffled(groups.Length, random, label).SkipLast(1))
        {
            int with = had + groups[index].Length;
            if (Math.Abs(with - wanted) > wanted - had)
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
