using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Units;

namespace Memti.Abstractions.Firmware;

/// <summary>
/// The hardware as firmware sees it, without policy of its own. Each operation starts when it is awaited and completes in simulated time;
/// an operation that the power state or the memory contents do not allow throws <see cref="MemtiException"/>
/// with <see cref="DiagnosticCode.IllegalOperation"/>.
/// </summary>
/// <remarks>
/// Members with a body were added later. Their bodies stand for hardware whose memories share one power switch, so that an implementation of
/// the older members alone still compiles and means the same.
/// </remarks>
public interface ISystemOnChip
{
    /// <summary>Simulated time since the start of the run window.</summary>
    SimTime Now { get; }

    /// <summary>True when the accelerator is on. Single memories may sleep meanwhile: see <see cref="AwakeMemories"/>.</summary>
    bool IsOn { get; }

    /// <summary>Names of the memories; operations name a memory by its index here.</summary>
    IReadOnlyList<string> Memories => [];

    /// <summary>The memories that are on.</summary>
    MemorySet AwakeMemories => IsOn ? MemorySet.All : MemorySet.None;

    /// <summary>
    /// Time from now to the start of the next frame with work, or to the end of the workload; zero when a frame is waiting. Frames
    /// without a task are passed over.
    /// </summary>
    SimTime TimeToNextFrame { get; }

    /// <summary>The first task of the next frame with work.</summary>
    int NextTask { get; }

    /// <summary>The tasks of the next frame with work, in order; the same list object for equal frames.</summary>
    IReadOnlyList<int> NextTasks => [NextTask];

    /// <summary>
    /// Waits for the next frame with work, or for the end of the workload, which is null. A frame that is waiting completes at once. A
    /// frame without a task is never handed out: it needs no firmware.
    /// </summary>
    ValueTask<Frame?> NextFrame();

    /// <summary>
    /// Waits until a time before the start of the next frame with work, so that firmware can wake ahead of it. Completes at once when that
    /// moment has passed. The end of the workload counts as the start of another frame.
    /// </summary>
    /// <param name="lead">How long before the frame; zero waits for its start.</param>
    ValueTask WaitBeforeNextFrame(SimTime lead) => default;

    /// <summary>Says that all inferences of the frame are done; the host compares the moment with the frame's deadline.</summary>
    void CompleteFrame();

    /// <summary>True when the parameters of a task can be read by the accelerator without a reload.</summary>
    bool IsResident(int task);

    /// <summary>
    /// The memories that an operation on a task uses as things stand: for an inference those that its plan moves data at, and volatile ones that
    /// hold its parameters; otherwise both ends of the transfers, none for a load of what is resident. An operation first wakes those of them
    /// that sleep, at the cost of a wake-up.
    /// </summary>
    MemorySet MemoriesFor(TaskOperation operation, int task) => MemorySet.All;

    /// <summary>Brings the parameters of a task into the working memory, or starts to where loading overlaps inference. Nothing when they are resident.</summary>
    ValueTask Load(int task);

    /// <summary>Runs one inference of a task whose parameters are resident or being loaded; includes what of the load is exposed.</summary>
    ValueTask Infer(int task);

    /// <summary>Writes a new parameter set that has arrived from outside to every memory that holds that task.</summary>
    ValueTask Deploy(int task);

    /// <summary>
    /// Writes new parameters that all tasks share to the memory that keeps them, and to the copy that inferences read where it is live. The default is
    /// for systems that know no such deployment.
    /// </summary>
    ValueTask DeployShared() => throw new MemtiException(DiagnosticCode.IllegalOperation, "This system takes no new shared parameters.");

    /// <summary>Switches everything on, memories that sleep included. Nothing when all is on.</summary>
    ValueTask Wake();

    /// <summary>Switches the accelerator and some memories on; the others stay as they are. Nothing when these are on.</summary>
    ValueTask Wake(MemorySet memories) => Wake();

    /// <summary>How long <see cref="Wake(MemorySet)"/> would take now.</summary>
    SimTime TimeToWake(MemorySet memories) => SimTime.Zero;

    /// <summary>Switches everything off that may lose power: volatile contents die, except those of the backing store, which goes to retention.</summary>
    /// <param name="retain">
    /// True to keep parameters that would otherwise have to be reloaded, in memories with a retention state. Features between frames mean
    /// nothing and are never kept.
    /// </param>
    ValueTask PowerDown(bool retain);

    /// <summary>
    /// Puts single memories into their low-power state while the accelerator stays on: the state that a power-down would give them. The
    /// input of a frame that is not complete is kept. Memories without a fitting state stay on.
    /// </summary>
    /// <param name="memories">The memories; a load that streams from or to one of them ends first.</param>
    /// <param name="retain">As for <see cref="PowerDown"/>.</param>
    ValueTask Sleep(MemorySet memories, bool retain) => default;

    /// <summary>What a power-down until the next frame would cost and save, when the next inference is <paramref name="nextTask"/>.</summary>
    PowerDownCost CostOfPowerDown(bool retain, int nextTask);

    /// <summary>
    /// What it would cost and save to let one memory sleep, with the accelerator on and waiting while it wakes again. The powers are those of the
    /// whole system.
    /// </summary>
    /// <param name="memory">Index of the memory.</param>
    /// <param name="retain">As for <see cref="PowerDown"/>.</param>
    /// <param name="nextTask">The task of the inference that follows.</param>
    PowerDownCost CostOfSleep(int memory, bool retain, int nextTask) => new(SimTime.MaxValue, Energy.Zero, Power.Zero, Power.Zero, SimTime.Zero);
}
