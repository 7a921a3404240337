using Memti.Plugins.ImcCluster.Options;

namespace Memti.Plugins.ImcCluster.Timing;

/// <summary>Cycles of the interface of the crossbars, phase by phase.</summary>
/// <remarks>gvsoc/gvsoc-pulp, pulp/ima/ima_v1_impl.cpp. The overlap is that of the article, which the simulator does not have.</remarks>
internal sealed class ImaTiming(ImcClusterOptions options)
{
    private const int WordBytes = 4;

    /// <summary>Cycles that a stream takes to pass its queue.</summary>
    private const int QueueCycles = 2;

    /// <summary>Cycles between two jobs.</summary>
    private const int IdleCycles = 2;

    private readonly SharedL1 _l1 = new(options);

    /// <summary>Cycles of an analog product: those that it covers, and the one in which its end is seen.</summary>
    internal long ComputeCycles { get; } =
        (long)decimal.Floor(options.Product.Picoseconds * (decimal)options.Clock.Hertz / 1_000_000_000_000m) + 1;

    /// <summary>A job.</summary>
    /// <param name="lines">Bytes of each contiguous line of inputs.</param>
    /// <param name="outputs">Outputs, one byte each.</param>
    internal JobCycles Of(IReadOnlyList<int> lines, int outputs)
    {
        // A line ends a burst: the next one starts at the first port again.
        long bursts = lines.Sum(line => Bursts(line));
        long results = Bursts(outputs);
        long meeting = _l1.MeetingBursts(Math.Min(lines.Max(), options.StreamPorts * WordBytes) / WordBytes, results, outputs);
        // The interface sees the end of a stream of one cycle or less a cycle later.
        return new JobCycles(
            bursts + QueueCycles + (results <= 1 ? 1 : 0), ComputeCycles, results + QueueCycles + meeting, IdleCycles);
    }

    /// <summary>Cycles of jobs of one kind that follow one another.</summary>
    internal long Cycles(JobCycles job, long jobs) => jobs * (options.Jobs == JobOverlap.Overlapped ? job.Interval : job.Serial);

    private long Bursts(int bytes)
    {
        long words = (bytes + WordBytes - 1) / WordBytes;
        return (words + _l1.StreamWords - 1) / _l1.StreamWords;
    }
}
