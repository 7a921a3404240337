using Memti.Plugins.ImcCluster.Options;

namespace Memti.Plugins.ImcCluster.Timing;

/// <summary>
/// The shared memory: banks of one word a cycle, words of neighbouring addresses in neighbouring banks. Requests that meet at a bank wait
/// for one another.
/// </summary>
internal sealed class SharedL1(ImcClusterOptions options)
{
    private const int WordBytes = 4;

    /// <summary>Loads among the instructions of the inner loop of a matrix product: 6 of 14.</summary>
    private const double LoadShare = 6.0 / 14;

    /// <summary>Words that one stream moves in a cycle: no more than there are banks.</summary>
    internal long StreamWords => Math.Min(options.StreamPorts, options.L1Banks);

    /// <summary>
    /// Cycles of a kernel over those without conflicts. m requests a cycle at random addresses find b (1 - (1 - 1/b)^m) banks.
    /// </summary>
    internal double CoreFactor
    {
        get
        {
            if (options.L1Conflicts == L1Conflicts.None)
                return 1;
            double requests = options.Cores * LoadShare;
            double banks = options.L1Banks;
            double served = banks * (1 - Math.Pow(1 - (1 / banks), requests));
            return 1 + (LoadShare * (Math.Max(requests / served, 1) - 1));
        }
    }

    /// <summary>Cycles by which outputs wait for inputs of the next job, rounded up: two runs of banks that begin anywhere overlap as often
    /// as a begin falls within the other.</summary>
    /// <param name="wordsIn">Words of a burst of inputs.</param>
    /// <param name="bursts">Bursts of outputs.</param>
    /// <param name="outputs">Bytes of outputs.</param>
    internal long MeetingBursts(int wordsIn, long bursts, int outputs)
    {
        if (options.L1Conflicts == L1Conflicts.None || options.Jobs == JobOverlap.Serial)
            return 0;
        long wordsOut = Math.Min((outputs + WordBytes - 1) / WordBytes, StreamWords);
        double meet = Math.Min(1, (double)(wordsIn + wordsOut - 1) / options.L1Banks);
        return (long)Math.Ceiling(meet * bursts);
    }
}
