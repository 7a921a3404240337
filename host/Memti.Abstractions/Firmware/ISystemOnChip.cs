namespace Memti.Abstractions;

/// <summary>
/// The hardware as firmware sees it, without policy of its own. Each operation starts when it is awaited and completes in simulated time;
/// an operation that the power state or the memory contents do not allow throws <see cref="MemtiException"/>
/// with <see cref="DiagnosticCode.IllegalOperation"/>.
/// </summary>
public interface ISystemOnChip
{
    /// <summary>Simulated time since the start of the run window.</summary>
    SimTime Now { get; }

    /// <summary>True when the accelerator and the memories are on.</summary>
    bool IsOn { get; }

    /// <summary>Time from now to the start of the next frame; zero when one is waiting.</summary>
    SimTime TimeToNextFrame { get; }

    /// <summary>The first task of the next frame.</summary>
    int NextTask { get; }

    /// <summary>Waits for the next frame, or for the end of the workload, which is null. A frame that is waiting completes at once.</summary>
    ValueTask<Frame?> NextFrame();

    /// <summary>Says that all inferences of the frame are done; the host compares the moment with the frame's deadline.</summary>
    void CompleteFrame();

    /// <summary>True when the parameters of a task can be read by the accelerator without a reload.</summary>
    bool IsResident(int task);

    /// <summary>Brings the parameters of a task into the working memory, or starts to where loading overlaps inference. Nothing when they are resident.</summary>
    ValueTask Load(int task);

    /// <summary>Runs one inference of a task whose parameters are resident or being loaded; includes what of the load is exposed.</summary>
    ValueTask Infer(int task);

    /// <summary>Writes a new parameter set that has arrived from outside to every memory that holds that task.</summary>
    ValueTask Deploy(int task);

    /// <summary>Switches everything on. Nothing when it is on.</summary>
    ValueTask Wake();

    /// <summary>Switches everything off that may lose power: volatile contents die, except those of the backing store, which goes to retention.</summary>
    /// <param name="retain">True to keep the contents of every memory with a retention state.</param>
    ValueTask PowerDown(bool retain);

    /// <summary>What a power-down until the next frame would cost and save, when the next inference is <paramref name="nextTask"/>.</summary>
    PowerDownCost CostOfPowerDown(bool retain, int nextTask);
}
