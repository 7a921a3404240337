using Memti.Abstractions.Training;

namespace Memti.Training.Datasets.Contents;

/// <summary>Mean and standard deviation of the red, green and blue values of a set, 0 to 255.</summary>
/// <param name="Mean">Shape [3].</param>
/// <param name="Deviation">Shape [3]; of the whole population, not estimated from a sample.</param>
public sealed record ChannelStatistics(IReadOnlyList<double> Mean, IReadOnlyList<double> Deviation)
{
    /// <summary>Computes the statistics from integer sums, so that they do not depend on an order. Zeros for an empty set.</summary>
    public static ChannelStatistics Of(ImageSet images)
    {
        ArgumentNullException.ThrowIfNull(images);
        Span<long> counts = stackalloc long[ImageSet.Channels * 256];
        ReadOnlySpan<byte> pixels = images.Pixels.Span;
        for (int at = 0; at < pixels.Length; at += ImageSet.Channels)
        {
            counts[pixels[at]]++;
            counts[256 + pixels[at + 1]]++;
            counts[512 + pixels[at + 2]]++;
        }

        (double Mean, double Deviation)[] channels = [Moments(counts[..256]), Moments(counts[256..512]), Moments(counts[512..])];
        return new ChannelStatistics(
            [.. channels.Select(static channel => channel.Mean)], [.. channels.Select(static channel => channel.Deviation)]);
    }

    private static (double Mean, double Deviation) Moments(ReadOnlySpan<long> counts)
    {
        (long number, long sum, long squares) = (0, 0, 0);
        for (int value = 0; value < counts.Length; value++)
            (number, sum, squares) = (number + counts[value], sum + counts[value] * value, squares + counts[value] * value * value);
        if (number == 0)
            return (0, 0);
        // E[x²] - E[x]² from exact sums; rounding may leave it slightly below zero.
        double mean = (double)sum / number;
        return (mean, Math.Sqrt(Math.Max(0, (double)squares / number - mean * mean)));
    }
}
