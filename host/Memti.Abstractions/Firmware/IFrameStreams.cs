using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Units;

namespace Memti.Abstractions.Firmware;

/// <summary>
/// Streams of frames that wait for accelerators, for firmware that serves several accelerators at one time. Frames of a stream are served
/// in the order in which they arrive. Firmware that takes one frame after the other needs none of this:
/// <see cref="ISystemOnChip.NextFrame"/> gives it the most urgent frame. Members throw <see cref="MemtiException"/> with
/// <see cref="DiagnosticCode.IllegalOperation"/> for an index outside its list.
/// </summary>
public interface IFrameStreams
{
    /// <summary>The streams, in the order of the scenario.</summary>
    IReadOnlyList<StreamDescription> Streams { get; }

    /// <summary>Names of the accelerators. Operations refer to one by its index in this list.</summary>
    IReadOnlyList<string> Accelerators { get; }

    /// <summary>
    /// True for a policy that drops frames and completes them by rules of its own: the host then drops nothing, looks at no needs, and a
    /// frame is done when <see cref="Complete"/> says so. Default: false. Set it before the first event.
    /// </summary>
    bool IsManual { get; set; }

    /// <summary>Number of frames of a stream that have arrived and wait.</summary>
    int Waiting(int stream);

    /// <summary>A waiting frame.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="place">0 for the oldest, below <see cref="Waiting"/>.</param>
    StreamFrame Peek(int stream, int place);

    /// <summary>How the frames stand that the oldest waiting frame of a stream needs.</summary>
    StreamNeeds NeedsOf(int stream);

    /// <summary>Number of frames of a stream that are done.</summary>
    long Done(int stream);

    /// <summary>True while frames of a stream may still arrive.</summary>
    bool HasMore(int stream);

    /// <summary>Time of one inference of a task without waits; null where the accelerator cannot run it.</summary>
    SimTime? LatencyOf(int task, int accelerator);

    /// <summary>True when no frame is under way on an accelerator.</summary>
    bool IsFree(int accelerator);

    /// <summary>True while an accelerator works. Under <see cref="IsManual"/> a frame may be complete before its accelerator is at rest, or
    /// after.</summary>
    bool IsAtWork(int accelerator);

    /// <summary>
    /// Waits until a frame has arrived or an inference has ended since the last call, or until a moment. Completes at once when that has
    /// happened already.
    /// </summary>
    /// <param name="latest">The moment, as <see cref="ISystemOnChip.Now"/> counts; <see cref="SimTime.MaxValue"/> for none.</param>
    /// <returns>False at the end of the workload: no frame comes any more, and no accelerator works.</returns>
    ValueTask<bool> NextEvent(SimTime latest);

    /// <summary>
    /// Starts the oldest waiting frame of a stream on a free accelerator, and completes when its inference has begun: memories that sleep
    /// wake first. The parameters of the task must be resident or loading.
    /// </summary>
    ValueTask Start(int stream, int accelerator);

    /// <summary>Drops the oldest waiting frame of a stream.</summary>
    void Drop(int stream);

    /// <summary>Completes the frame that is under way on an accelerator. Only under <see cref="IsManual"/>.</summary>
    /// <param name="accelerator">The accelerator.</param>
    /// <param name="at">When it was done by the clock of the policy, as <see cref="ISystemOnChip.Now"/> counts. Results use it.</param>
    void Complete(int accelerator, SimTime at);

    /// <summary>Ends the run now. Frames that wait or are under way count neither as done nor as dropped.</summary>
    void End();
}
