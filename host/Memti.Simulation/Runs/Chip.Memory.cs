using System.Collections.ObjectModel;
using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Firmware;
using Memti.Simulation.Ledger;
using Memti.Simulation.PowerStates;
using Memti.Simulation.Transfers;

namespace Memti.Simulation.Runs;

/// <content>Parameters and inferences.</content>
internal sealed partial class Chip
{
    /// <inheritdoc />
    public bool IsResident(int task)
    {
        _guard.Check();
        return (uint)task < (uint)_layout.Programs.Length && IsReadable(task);
    }

    /// <inheritdoc />
    public IReadOnlyList<string> Memories
    {
        get
        {
            _guard.Check();
            return _memories;
        }
    }

    /// <inheritdoc />
    public MemorySet MemoriesFor(TaskOperation operation, int task)
    {
        _guard.Check();
        if ((uint)task >= (uint)_layout.Programs.Length)
            throw Completion.Illegal($"the memories of task {task}; permitted: 0 to {_layout.Programs.Length - 1}");
        return operation switch
        {
            TaskOperation.Infer => _layout.Programs[task].Inference.Memories,
            TaskOperation.Load => MemoriesToLoad(_layout.Programs[task], task),
            _ => MemoriesToDeploy(_layout.Programs[task], task),
        };
    }

    private MemorySet MemoriesToLoad(ProgramRecipe program, int task)
    {
        MemorySet shared = _sharedLives ? MemorySet.None : SystemLayout.MemoriesOf(_layout.SharedLoad!.Users);
        MemorySet own = _sets is null || _sets.SlotOf(task) >= 0 ? MemorySet.None : SystemLayout.MemoriesOf(program.Load!.Transfer.Users);
        return shared.With(own);
    }

    private MemorySet MemoriesToDeploy(ProgramRecipe program, int task)
    {
        MemorySet backing = program.BackingWrite is { } store ? SystemLayout.MemoriesOf(store.Users) : MemorySet.None;
        return _sets is null || _sets.SlotOf(task) < 0 ? backing : backing.With(SystemLayout.MemoriesOf(program.WorkingWrite!.Users));
    }

    /// <inheritdoc />
    public ValueTask Load(int task)
    {
        EnterOn(task, "a load");
        return IsReadable(task) ? default : Start(Operation.Load, task);
    }

    /// <inheritdoc />
    public ValueTask Infer(int task)
    {
        EnterOn(task, "an inference");
        if (!IsReadable(task))
            throw Completion.Illegal($"an inference of task '{NameOf(task)}', whose parameters are not loaded; load it first");
        return Start(Operation.Infer, task);
    }

    /// <inheritdoc />
    public ValueTask Deploy(int task)
    {
        EnterOn(task, "a deployment");
        if (_layout.Backing is null && (_sets is null || _sets.SlotOf(task) < 0))
            throw Completion.Illegal($"a deployment of task '{NameOf(task)}', which no memory holds");
        return Start(Operation.Deploy, task);
    }

    /// <inheritdoc />
    public ValueTask DeployShared()
    {
        Enter();
        if (!_isOn)
            throw Completion.Illegal("a deployment of shared weights while the system is down; wake it first");
        if (_layout.SharedWrites.Count == 0)
            throw Completion.Illegal("a deployment of shared weights, which no memory holds");
        return Start(Operation.DeployShared, -1);
    }

    private bool IsReadable(int task) => _sharedLives && (_sets is null || _sets.SlotOf(task) >= 0);

    private long NextOfLoad()
    {
        ProgramRecipe program = _layout.Programs[_task];
        // One background load at a time: the next one waits for the end of the stream.
        if (_stream.Active && !_stream.Brings(_task))
            return StreamLeft;
        if (!_sharedLives)
            return Rouse(_layout.SharedLoad!.Users) is >= 0 and var latency ? latency : LoadShared(_layout.SharedLoad!);
        if (_sets is null || _sets.SlotOf(_task) >= 0)
            return Done;
        return Rouse(program.Load!.Transfer.Users) is >= 0 and var wait ? wait : LoadSet(program.Load!.Transfer);
    }

    private long LoadShared(TransferRecipe transfer)
    {
        _sharedLives = true;
        _wear[transfer.Source.Memory].ReadShared(1);
        _wear[transfer.Target.Memory].WriteShared(transfer.Bits);
        long duration = Work(transfer.Users, transfer.Joules, transfer.Duration);
        Post(transfer, EnergyCause.Reload);
        return duration;
    }

    private long LoadSet(TransferRecipe transfer)
    {
        int slot = _sets!.Victim(_task);
        if (_sets.IsLive(slot) && _replacements is not null)
            transfer = _replacements.Of(_sets.TaskIn(slot), _task, transfer);
        _wear[transfer.Source.Memory].ReadSet(_task, 1);
        // The cause is decided before the slot changes hands.
        EnergyCause cause = _sets.IsLive(slot) ? EnergyCause.TaskSwitchWrite : EnergyCause.Reload;
        _sets.Fill(slot, _task);
        _wear[transfer.Target.Memory].WriteSlot(slot, transfer.Bits);
        long duration = _layout.Streams ? BeginStream(transfer) : Work(transfer.Users, transfer.Joules, transfer.Duration);
        Post(transfer, cause);
        return duration;
    }

    private long BeginStream(TransferRecipe transfer)
    {
        if (transfer.Duration == 0)
            return Work(transfer.Users, transfer.Joules, 0);
        _grid.Begin(transfer.Users, -1, PowerGrid.StreamFlow, transfer.Joules, transfer.Duration);
        _stream.Begin(_task, _clock.Now, _clock.Now + transfer.Duration);
        Schedule(transfer.Duration, StreamPriority, StreamEvent);
        return Done;
    }

    private void EndStream()
    {
        _grid.End(_layout.Programs[_stream.Task].Load!.Transfer.Users, PowerGrid.StreamFlow);
        _stream.Finish();
    }

    private void Post(TransferRecipe transfer, EnergyCause cause)
    {
        _grid.Ledger.Post(transfer.Source.Component, cause, _task, transfer.SourceEnergy);
        _grid.Ledger.Post(transfer.Target.Component, cause, _task, transfer.TargetEnergy);
        _transfers.Add(transfer.Source, TransferDirection.Read, transfer.Bits, transfer.SourceBusy);
        _transfers.Add(transfer.Target, TransferDirection.Write, transfer.Bits, transfer.TargetBusy);
    }

    private long NextOfInference()
    {
        if (_step > 0)
            // Step 0 wakes memories (perhaps several times) and then runs; step 1 is after the inference.
            return Done;
        ProgramRecipe program = _layout.Programs[_task];
        InferenceRecipe inference = program.Inference;
        if (Rouse(inference.Needs) is >= 0 and var latency)
            return latency;
        _step++;
        // The inference waits for what of the load it cannot hide; the time since the start of the load counts as head start.
        long exposed = _stream.Brings(_task) ? program.Load!.Exposed(_clock.Now - _stream.Start) : 0;
        long duration = Work(inference.Users, inference.Joules, inference.Duration + exposed);
        Post(inference);
        if (_feed.TakeArrival() is { } tasks)
            Arrive(tasks);
        _readWear.Count(_task, _sets?.SlotOf(_task) ?? -1, _wear);
        _tally.Add(_inferences + _task, 1);
        _sets?.Touch(_sets.SlotOf(_task));
        return duration;
    }

    private void Post(InferenceRecipe inference)
    {
        _grid.Ledger.Post(0, EnergyCause.Compute, _task, inference.Compute);
        _grid.Ledger.Post(0, EnergyCause.Clock, _task, inference.Clock);
        foreach (PlannedTraffic traffic in inference.Traffic)
        {
            bool reads = traffic.Direction == TransferDirection.Read;
            _grid.Ledger.Post(traffic.Part.Component, reads ? EnergyCause.Read : EnergyCause.Write, _task, traffic.Energy);
            _transfers.Add(traffic.Part, traffic.Direction, traffic.Bits, traffic.Busy);
            if (!reads)
                _wear[traffic.Part.Memory].WriteFeatures(traffic.Bits, Math.Max(1, inference.FeatureWrites));
        }
    }

    /// <summary>
    /// Posts the arrival of the frame. The camera's DMA has written it by the time of the first inference, in parallel to other work. It is
    /// posted once, with the size of the task that needs most, and takes no time.
    /// </summary>
    private void Arrive(ReadOnlyCollection<int> tasks)
    {
        WriteRecipe? arrival = null;
        for (int place = 0; place < tasks.Count; place++)
        {
            if (_layout.Programs[tasks[place]].InputWrite is { } write && write.Bits > (arrival?.Bits ?? 0))
                arrival = write;
        }

        if (arrival is null)
            return;
        _grid.Meter.Impulse(arrival.Joules);
        _grid.Ledger.Post(arrival.Target.Component, EnergyCause.Input, -1, arrival.Energy);
        _transfers.Add(arrival.Target, TransferDirection.Write, arrival.Bits, arrival.Busy);
        _wear[arrival.Target.Memory].WriteInput(arrival.Bits);
    }

    /// <summary>Writes the memory that keeps the weights first, then the copy that inferences read, if it is live.</summary>
    private long NextOfSharedDeployment()
    {
        if (_stream.Active)
            return StreamLeft;
        if (_step >= _layout.SharedWrites.Count || (_step > 0 && !_sharedLives))
            return Done;
        WriteRecipe write = _layout.SharedWrites[_step];
        if (Rouse(write.Users) is >= 0 and var latency)
            return latency;
        _step++;
        long duration = Work(write.Users, write.Joules, write.Duration);
        _grid.Ledger.Post(write.Target.Component, EnergyCause.Deploy, -1, write.Energy);
        _transfers.Add(write.Target, TransferDirection.Write, write.Bits, write.Busy);
        _wear[write.Target.Memory].DeployShared(write.Bits);
        return duration;
    }

    private long NextOfDeployment()
    {
        if (_stream.Active)
            return StreamLeft;
        ProgramRecipe program = _layout.Programs[_task];
        if (_step == 0 && program.BackingWrite is { } backing)
            return Rouse(backing.Users) is >= 0 and var latency ? latency : Write(backing, slot: -1);
        int slot = _sets?.SlotOf(_task) ?? -1;
        if (_step > 1 || slot < 0)
            return Done;
        _step = 1;
        return Rouse(program.WorkingWrite!.Users) is >= 0 and var wait ? wait : Write(program.WorkingWrite, slot);
    }

    private long Write(WriteRecipe write, int slot)
    {
        _step++;
        long duration = Work(write.Users, write.Joules, write.Duration);
        _grid.Ledger.Post(write.Target.Component, EnergyCause.Deploy, _task, write.Energy);
        _transfers.Add(write.Target, TransferDirection.Write, write.Bits, write.Busy);
        if (slot >= 0)
            _wear[write.Target.Memory].DeploySlot(slot, write.Bits);
        else
            _wear[write.Target.Memory].DeploySet(_task, write.Bits);
        return duration;
    }
}
