using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Units;

namespace Memti.Abstractions.Firmware;

/// <summary>
/// The hardware as managed firmware uses it: a library of drivers. Its one policy is the slot that <see cref="Load(int)"/> fills, which
/// <see cref="Load(int, int)"/> leaves to the firmware. Each operation starts when firmware awaits it and completes in simulated time. An
/// operation that the power state or the memory contents do not allow throws <see cref="MemtiException"/> with
/// <see cref="DiagnosticCode.IllegalOperation"/>.
/// </summary>
/// <remarks>
/// Later versions added the members with a default body. The defaults describe hardware whose memories share one power switch, so an
/// implementation of the older members alone still compiles and behaves as before.
/// </remarks>
public interface ISystemOnChip
{
    /// <summary>Simulated time since the start of the run window.</summary>
    SimTime Now { get; }

    /// <summary>True when the accelerator is on. Some memories may sleep meanwhile: see <see cref="AwakeMemories"/>.</summary>
    bool IsOn { get; }

    /// <summary>True while the voltage of the supply is at or below its warning threshold. Default: false.</summary>
    bool IsSupplyLow => false;

    /// <summary>The streams of the workload; null for a workload of frames at one rate. Default: null.</summary>
    IFrameStreams? Streams => null;

    /// <summary>Bytes of non-volatile memories; null where no memory has bytes for firmware. Default: null.</summary>
    IMemoryBytes? Bytes => null;

    /// <summary>
    /// Inferences in parts; null where <see cref="Bytes"/> is, for streams, and where inferences do not run by a plan of their layers.
    /// Default: null.
    /// </summary>
    ILayerInference? Layers => null;

    /// <summary>Names of the memories. Operations refer to a memory by its index in this list.</summary>
    IReadOnlyList<string> Memories => [];

    /// <summary>The memories that are on.</summary>
    MemorySet AwakeMemories => IsOn ? MemorySet.All : MemorySet.None;

    /// <summary>
    /// Time until the next frame with work starts, or until the workload ends; zero when a frame is waiting. Frames without a task do not
    /// count.
    /// </summary>
    SimTime TimeToNextFrame { get; }

    /// <summary>The first task of the next frame with work.</summary>
    int NextTask { get; }

    /// <summary>The tasks of the next frame with work, in order. Equal frames share one list object.</summary>
    IReadOnlyList<int> NextTasks => [NextTask];

    /// <summary>
    /// Waits for the next frame with work; null at the end of the workload. Completes at once when a frame is waiting. Frames without a
    /// task are never returned, because they need no firmware.
    /// </summary>
    ValueTask<Frame?> NextFrame();

    /// <summary>
    /// Waits until <paramref name="lead"/> before the start of the next frame with work, so that firmware can wake the system ahead of it.
    /// Completes at once when that moment has passed. The end of the workload counts as the start of a frame.
    /// </summary>
    /// <param name="lead">Time before the frame, zero or more.</param>
    ValueTask WaitBeforeNextFrame(SimTime lead) => default;

    /// <summary>Reports that all inferences of the frame are done. The host compares this moment with the frame's deadline.</summary>
    void CompleteFrame();

    /// <summary>True when the accelerator can read the parameters of a task without a reload.</summary>
    bool IsResident(int task);

    /// <summary>
    /// The memories that an operation on a task uses in the present state. An inference uses the memories of its plan's traffic and
    /// volatile memories that hold its parameters. A load or deployment uses both ends of its transfers; a load of resident parameters uses
    /// none. The operation wakes those that sleep first, at the cost of a wake-up.
    /// </summary>
    MemorySet MemoriesFor(TaskOperation operation, int task) => MemorySet.All;

    /// <summary>
    /// Loads the parameters of a task into the working memory: into an empty slot, or the least recently used one. Only starts the load
    /// where it overlaps inference. Does nothing when they are resident.
    /// </summary>
    ValueTask Load(int task);

    /// <summary>
    /// Number of task sets that the working memory holds; 0 where inferences read all sets in place. Default: 0, for a system that chooses
    /// the slots itself.
    /// </summary>
    int Slots => 0;

    /// <summary>The task whose parameters a slot holds, or receives; -1 for none. Default: -1.</summary>
    /// <param name="slot">0 to <see cref="Slots"/> - 1.</param>
    int TaskIn(int slot) => -1;

    /// <summary>
    /// As <see cref="Load(int)"/>, into a slot that the firmware chooses: a replacement policy of its own. Does nothing when the slot holds
    /// the task already. Default: the slot that the system chooses.
    /// </summary>
    /// <param name="task">The task.</param>
    /// <param name="slot">0 to <see cref="Slots"/> - 1. What it held is lost.</param>
    ValueTask Load(int task, int slot) => Load(task);

    /// <summary>Runs one inference of a task whose parameters are resident or loading. Includes the time of the load that inference cannot
    /// hide.</summary>
    ValueTask Infer(int task);

    /// <summary>Writes a new parameter set, received from outside, to every memory that holds the task.</summary>
    ValueTask Deploy(int task);

    /// <summary>
    /// Writes new shared parameters to the memory that keeps them, and to the copy that inferences read if it is live. Default: throws
    /// <see cref="DiagnosticCode.IllegalOperation"/>, for systems without such a deployment.
    /// </summary>
    ValueTask DeployShared() => throw new MemtiException(DiagnosticCode.IllegalOperation, "This system takes no new shared parameters.");

    /// <summary>Switches the accelerator and all memories on. Does nothing when all are on.</summary>
    ValueTask Wake();

    /// <summary>Switches the accelerator and the given memories on; other memories keep their state. Does nothing when these are
    /// on.</summary>
    ValueTask Wake(MemorySet memories) => Wake();

    /// <summary>Time that <see cref="Wake(MemorySet)"/> would take now.</summary>
    SimTime TimeToWake(MemorySet memories) => SimTime.Zero;

    /// <summary>Switches everything off that may lose power. Volatile contents are lost, except those of the backing store, which enters
    /// retention.</summary>
    /// <param name="retain">
    /// True to keep parameters that would need a reload, in memories with a retention state. Features between frames carry no information
    /// and are never kept.
    /// </param>
    ValueTask PowerDown(bool retain);

    /// <summary>
    /// Puts single memories into their low-power state while the accelerator stays on: the state that a power-down would give them. Keeps
    /// the input of an incomplete frame. Memories without a suitable state stay on.
    /// </summary>
    /// <param name="memories">The memories. A load that streams from or to one of them ends first.</param>
    /// <param name="retain">As for <see cref="PowerDown"/>.</param>
    ValueTask Sleep(MemorySet memories, bool retain) => default;

    /// <summary>Cost and saving of a power-down until the next frame, if the next inference is <paramref name="nextTask"/>.</summary>
    PowerDownCost CostOfPowerDown(bool retain, int nextTask);

    /// <summary>
    /// Cost and saving of letting one memory sleep while the accelerator stays on and waits for its wake-up. The powers are those of the
    /// whole system.
    /// </summary>
    /// <param name="memory">Index of the memory.</param>
    /// <param name="retain">As for <see cref="PowerDown"/>.</param>
    /// <param name="nextTask">Task of the next inference.</param>
    PowerDownCost CostOfSleep(int memory, bool retain, int nextTask) =>
        new(SimTime.MaxValue, Energy.Zero, Power.Zero, Power.Zero, SimTime.Zero);
}
