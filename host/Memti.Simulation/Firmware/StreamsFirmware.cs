using System.Runtime.CompilerServices;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Firmware;
using Memti.Abstractions.Units;

namespace Memti.Simulation.Firmware;

/// <summary>
/// Serves streams with all accelerators: whenever one is free, the most urgent frame that it can run starts on the free accelerator that is
/// fastest for it. Nothing is interrupted.
/// </summary>
/// <param name="options">What is urgent, and when to power down.</param>
public sealed class StreamsFirmware(StreamsOptions options) : IFirmware
{
    private readonly StreamsOptions _options = options ?? throw new ArgumentNullException(nameof(options));

    /// <inheritdoc />
    public long? SteadyState => 0;

    /// <summary>The streams of a system.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.IllegalOperation"/>: the workload has none.</exception>
    internal static IFrameStreams QueueOf(ISystemOnChip soc) => soc.Streams ?? throw new MemtiException(
        DiagnosticCode.IllegalOperation, "The firmware serves streams, and the workload has none.");

    /// <inheritdoc />
    public async ValueTask RunAsync(ISystemOnChip soc)
    {
        ArgumentNullException.ThrowIfNull(soc);
        IFrameStreams queue = QueueOf(soc);
        do
        {
            while (Best(queue) is { } choice)
                await Start(soc, queue, choice).ConfigureAwait(false);
            await Rest(soc, queue).ConfigureAwait(false);
        }
        while (await queue.NextEvent(SimTime.MaxValue).ConfigureAwait(false));
    }

    /// <summary>The free accelerator with the least latency for a task; the first one at a tie; -1 for none.</summary>
    internal static int FastestFree(IFrameStreams queue, int task)
    {
        (int best, SimTime least) = (-1, SimTime.MaxValue);
        for (int accelerator = 0; accelerator < queue.Accelerators.Count; accelerator++)
        {
            if (queue.IsFree(accelerator) && queue.LatencyOf(task, accelerator) is { } latency && latency < least)
                (best, least) = (accelerator, latency);
        }

        return best;
    }

    // A pooled state machine continues in the call that completes it: firmware stays on the thread of the run.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private static async ValueTask Start(ISystemOnChip soc, IFrameStreams queue, (int Stream, int Accelerator) choice)
    {
        int task = queue.Streams[choice.Stream].Task;
        if (!soc.IsOn)
            await soc.Wake().ConfigureAwait(false);
        if (!soc.IsResident(task))
            await soc.Load(task).ConfigureAwait(false);
        // Waking and loading take time, in which the stream may have dropped the frame.
        if (queue.Waiting(choice.Stream) > 0 && queue.NeedsOf(choice.Stream) == StreamNeeds.Met)
            await queue.Start(choice.Stream, choice.Accelerator).ConfigureAwait(false);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask Rest(ISystemOnChip soc, IFrameStreams queue)
    {
        bool works = Enumerable.Range(0, queue.Accelerators.Count).Any(queue.IsAtWork);
        if (!_options.PowerDown || works || !soc.IsOn)
            return;
        if (soc.TimeToNextFrame > soc.CostOfPowerDown(_options.Retain, soc.NextTask).BreakEven)
            await soc.PowerDown(_options.Retain).ConfigureAwait(false);
    }

    private (int Stream, int Accelerator)? Best(IFrameStreams queue)
    {
        (int Stream, int Accelerator)? best = null;
        for (int stream = 0; stream < queue.Streams.Count; stream++)
        {
            if (queue.Waiting(stream) == 0 || queue.NeedsOf(stream) != StreamNeeds.Met)
                continue;
            int accelerator = FastestFree(queue, queue.Streams[stream].Task);
            if (accelerator >= 0 && (best is not { } other || IsMoreUrgent(queue, stream, other.Stream)))
                best = (stream, accelerator);
        }

        return best;
    }

    private bool IsMoreUrgent(IFrameStreams queue, int one, int other)
    {
        (StreamFrame frame, StreamFrame rival) = (queue.Peek(one, 0), queue.Peek(other, 0));
        int order = _options.Order switch
        {
            StreamOrder.Priority => queue.Streams[other].Priority.CompareTo(queue.Streams[one].Priority),
            StreamOrder.Arrival => frame.Arrived.CompareTo(rival.Arrived),
            _ => 0,
        };
        order = order != 0 ? order : frame.Deadline.CompareTo(rival.Deadline);
        return (order != 0 ? order : frame.Arrived.CompareTo(rival.Arrived)) < 0;
    }
}
