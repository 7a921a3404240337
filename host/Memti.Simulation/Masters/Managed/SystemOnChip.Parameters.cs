using Memti.Abstractions.Firmware;
using Memti.Simulation.Components;
using Memti.Simulation.Systems;
using Memti.Simulation.Transfers;

namespace Memti.Simulation.Masters.Managed;

/// <content>Parameters and inferences.</content>
internal sealed partial class SystemOnChip
{
    private const int ByPolicy = -1;

    private int _chosenSlot;

    /// <inheritdoc />
    public IReadOnlyList<string> Memories
    {
        get
        {
            Guard.Check();
            return _memories;
        }
    }

    /// <inheritdoc />
    public int Slots
    {
        get
        {
            Guard.Check();
            return _slots?.Count ?? 0;
        }
    }

    private bool SharedLives => _shared?.HasShared ?? true;

    private Activity Background => _hardware.Loader.Background;

    /// <inheritdoc />
    public int TaskIn(int slot)
    {
        Guard.Check();
        RequireSlot(slot, "the task in");
        return _slots!.TaskIn(slot);
    }

    /// <inheritdoc />
    public bool IsResident(int task)
    {
        Guard.Check();
        return (uint)task < (uint)_layout.Programs.Length && IsReadable(task);
    }

    /// <inheritdoc />
    public MemorySet MemoriesFor(TaskOperation operation, int task)
    {
        Guard.Check();
        Require(task, "the memories of");
        return operation switch
        {
            TaskOperation.Infer => _layout.Programs[task].Inference.Memories,
            TaskOperation.Load => MemoriesToLoad(_layout.Programs[task], task),
            _ => MemoriesToDeploy(_layout.Programs[task], task),
        };
    }

    /// <inheritdoc />
    public ValueTask Load(int task)
    {
        EnterOn(task, "a load of");
        _chosenSlot = ByPolicy;
        return IsReadable(task) ? default : Start(Operation.Load, task);
    }

    /// <inheritdoc />
    public ValueTask Load(int task, int slot)
    {
        EnterOn(task, "a load of");
        RequireSlot(slot, "a load into");
        if (_layout.Backing is null)
            throw Completion.Illegal($"a load of task '{NameOf(task)}', which no memory holds to load it from");
        _chosenSlot = slot;
        return SharedLives && _slots!.TaskIn(slot) == task ? default : Start(Operation.Load, task);
    }

    /// <inheritdoc />
    public ValueTask Infer(int task)
    {
        EnterOn(task, "an inference of");
        if (!IsReadable(task))
            throw Completion.Illegal($"an inference of task '{NameOf(task)}', whose parameters are not loaded; load it first");
        if (!_hardware.Accelerator.CanRun(task))
            throw Completion.Illegal($"an inference of task '{NameOf(task)}', which accelerator '{_hardware.Accelerator.Name}' cannot run");
        return Start(Operation.Infer, task);
    }

    /// <inheritdoc />
    public ValueTask Deploy(int task)
    {
        EnterOn(task, "a deployment of");
        if (_layout.Backing is null && SlotOf(task) < 0)
            throw Completion.Illegal($"a deployment of task '{NameOf(task)}', which no memory holds");
        return Start(Operation.Deploy, task);
    }

    /// <inheritdoc />
    public ValueTask DeployShared()
    {
        Enter();
        if (!_hardware.Power.IsOn)
            throw Completion.Illegal("a deployment of shared weights while the system is down; wake it first");
        if (_layout.SharedWrites.Count == 0)
            throw Completion.Illegal("a deployment of shared weights, which no memory holds");
        return Start(Operation.DeployShared, -1);
    }

    /// <summary>Slot with the set of a task; -1 for none, and where sets are read in place.</summary>
    private int SlotOf(int task) => _slots?.SlotOf(task) ?? -1;

    private bool IsReadable(int task) => SharedLives && (_slots is null || _slots.SlotOf(task) >= 0);

    private MemorySet MemoriesToLoad(ProgramRecipe program, int task)
    {
        MemorySet shared = SharedLives ? MemorySet.None : _layout.MemoriesOf(_layout.SharedLoad!.Users);
        MemorySet own = _slots is null || SlotOf(task) >= 0 ? MemorySet.None : _layout.MemoriesOf(program.Load!.Transfer.Users);
        return shared.With(own);
    }

    private MemorySet MemoriesToDeploy(ProgramRecipe program, int task)
    {
        MemorySet backing = program.BackingWrite is { } store ? _layout.MemoriesOf(store.Users) : MemorySet.None;
        return SlotOf(task) < 0 ? backing : backing.With(_layout.MemoriesOf(program.WorkingWrite!.Users));
    }

    private void RequireSlot(int slot, string what)
    {
        int slots = _slots?.Count ?? 0;
        if ((uint)slot >= (uint)slots)
            throw Completion.Illegal($"{what} slot {slot}; permitted: {(slots == 0 ? "none" : $"0 to {slots - 1}")}");
    }

    private Progress NextOfLoad()
    {
        // One load in the background at a time: the next one waits for its end.
        if (Background.IsActive && !BringsWanted())
            return WaitFor(Background.Left);
        if (!SharedLives)
            return Rouse(_layout.SharedLoad!.Users, out Progress rises) ? rises : Work(_hardware.Loader.LoadShared(_task, _goOn));
        if (IsLoaded())
            return Progress.Done;
        return Rouse(_layout.Programs[_task].Load!.Transfer.Users, out Progress wakes) ? wakes : LoadSet();
    }

    private bool BringsWanted() => Background.WorksFor(_task) && (_chosenSlot == ByPolicy || Background.Slot == _chosenSlot);

    private bool IsLoaded() =>
        _slots is null || (_chosenSlot == ByPolicy ? _slots.SlotOf(_task) >= 0 : _slots.TaskIn(_chosenSlot) == _task);

    private Progress LoadSet()
    {
        int slot = _chosenSlot == ByPolicy ? _policy!.SlotFor(_task, _isRead) : _chosenSlot;
        // Other accelerators read what they read to its end.
        if (slot < 0 || _isRead?.Invoke(slot) == true)
            return WaitFor(FirstEnd());
        _policy!.Touch(slot);
        if (!_layout.Streams)
            return Work(_hardware.Loader.LoadSet(_task, slot, _goOn));
        _hardware.Loader.StreamSet(_task, slot);
        return Progress.Done;
    }

    private Progress NextOfInference()
    {
        if (_step > 0)
            // Step 0 wakes memories (perhaps several times) and then runs; step 1 is after the inference.
            return Progress.Done;
        ProgramRecipe program = _layout.Programs[_task];
        if (Rouse(program.Inference.Needs, out Progress rises))
            return rises;
        _step++;
        _layers?.Forget();
        // The inference waits for what of the load it cannot hide; the time since the start of the load counts as head start.
        long exposed = Background.WorksFor(_task) ? program.Load!.Exposed(Machine.Now - Background.Start) : 0;
        int slot = SlotOf(_task);
        Progress progress = Work(_engine.Run(_task, slot, exposed, _goOn));
        _hardware.Frames.Arrive();
        if (slot >= 0)
            _policy!.Touch(slot);
        return progress;
    }

    /// <summary>Writes the memory that keeps the weights first, then the copy that inferences read, if it is live.</summary>
    private Progress NextOfSharedDeployment()
    {
        if (Background.IsActive)
            return WaitFor(Background.Left);
        if (_step >= _layout.SharedWrites.Count || (_step > 0 && !SharedLives))
            return Progress.Done;
        if (Rouse(_layout.SharedWrites[_step].Users, out Progress rises))
            return rises;
        return Work(_hardware.Loader.DeployShared(_step++, _goOn));
    }

    /// <summary>Writes the backing store first, then the slot of the task, if it has one.</summary>
    private Progress NextOfDeployment()
    {
        if (Background.IsActive)
            return WaitFor(Background.Left);
        ProgramRecipe program = _layout.Programs[_task];
        if (_step == 0 && program.BackingWrite is { } backing)
            return Rouse(backing.Users, out Progress rises) ? rises : Deployed(_hardware.Loader.DeploySet(_task, _goOn));
        int slot = SlotOf(_task);
        if (_step > 1 || slot < 0)
            return Progress.Done;
        _step = 1;
        return Rouse(program.WorkingWrite!.Users, out Progress wakes) ? wakes : Deployed(_hardware.Loader.DeploySlot(_task, slot, _goOn));
    }

    private Progress Deployed(bool takesTime)
    {
        _step++;
        return Work(takesTime);
    }

    /// <summary>A scrub comes before the first operation that finds it due.</summary>
    private Progress NextOfScrub()
    {
        if (Background.IsActive)
            return WaitFor(Background.Left);
        if (FirstEnd() is > 0 and long left)
            return WaitFor(left);
        if (Rouse([_scrubber.First.Component], out Progress rises))
            return rises;
        (Part part, ScrubPlan plan) = _scrubber.Take(Machine.Clock.Elapsed);
        // A scrub is not part of the frame pattern: a period that contains one would not recur.
        _hardware.Frames.Jump?.Disturb();
        return Work(_hardware.Loader.Scrub(part, plan, _goOn));
    }
}
