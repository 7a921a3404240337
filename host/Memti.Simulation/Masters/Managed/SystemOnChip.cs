using Memti.Abstractions.Firmware;
using Memti.Abstractions.Units;
using Memti.Simulation.Components;
using Memti.Simulation.Devices;
using Memti.Simulation.Devices.Accelerators;
using Memti.Simulation.Devices.Memories;
using Memti.Simulation.Kernel;
using Memti.Simulation.Supplies;
using Memti.Simulation.Transfers;
using Memti.Simulation.Wear;

namespace Memti.Simulation.Masters.Managed;

/// <summary>
/// The driver library that managed firmware calls: it turns operations into work of the devices. An operation is a sequence of steps, each
/// of which may take time; only one operation runs at a time.
/// </summary>
internal sealed partial class SystemOnChip : Component, ISystemOnChip
{
    private readonly Hardware _hardware;
    private readonly IInferenceEngine _engine;
    private readonly SystemLayout _layout;
    private IFirmware _firmware;
    private readonly Completion _completion = new();
    private readonly Scrubber _scrubber;
    private readonly TaskSlots? _slots;
    private readonly MemoryDevice? _shared;
    private readonly ReplacementPolicy? _policy;
    private readonly PowerDownBalance _balance;
    private readonly string[] _memories;
    private readonly Action _goOn;
    private readonly int _wait;
    private long _memory;
    private Operation _operation;
    private int _task;
    private int _step;

    /// <summary>Creates the library on the devices of a machine.</summary>
    /// <param name="hardware">The devices.</param>
    /// <param name="engine">Runs its inferences.</param>
    /// <param name="firmware">The firmware that it serves.</param>
    /// <param name="mostAtOneMoment">Most calls and events at one moment.</param>
    /// <param name="scrubs">False to let contents fade, in runs that only measure wear.</param>
    /// <param name="bytes">Bytes of non-volatile memories; null where none has bytes.</param>
    public SystemOnChip(
        Hardware hardware, IInferenceEngine engine, IFirmware firmware, int mostAtOneMoment, bool scrubs, StoredBytes? bytes)
        : base(hardware.Machine, "firmware")
    {
        (_hardware, _engine, _layout, _firmware) = (hardware, engine, hardware.Layout, firmware);
        _bytes = bytes;
        // Parts of an inference serve firmware that keeps features over a brown-out: without bytes there is no place for them.
        bool isByPlan = ReferenceEquals(engine, hardware.Accelerator) && hardware.Streams is null;
        _layers = bytes is not null && isByPlan ? LayerEngine.Of(Machine, _layout, hardware.Memories, hardware.Accelerator) : null;
        Guard = new(mostAtOneMoment);
        _scrubber = new(scrubs ? _layout.Parts : []);
        _slots = hardware.Working?.Slots;
        _shared = hardware.LosesShared;
        _policy = _slots is null ? null : new(_slots, _layout.Pinned);
        _balance = new(_layout);
        _memories = [.. _layout.Parts.Select(static part => part.Unit.Name)];
        _ids = [.. _layout.Parts.Select(static part => ComponentSet.Of(part.Component))];
        _accelerators = _layout.Accelerators.Aggregate(default(ComponentSet), static (all, one) => all.With(ComponentSet.Of(one)));
        _goOn = GoOn;
        _wait = Machine.Scheduler.Register(_goOn);
        hardware.Frames.Delivered = _completion.Complete;
        if (hardware.Streams is { } streams)
            ServeStreams(streams);
    }

    private enum Operation
    {
        None,
        Load,
        Infer,
        Deploy,
        DeployShared,
        Wake,
        PowerDown,
        Sleep,
        Wait,
        Begin,
        Access,
        InferLayers,
        MoveFeatures,
    }

    /// <summary>How far an operation is after a step.</summary>
    private enum Progress
    {
        /// <summary>The step took no time, and another one follows.</summary>
        Next,

        /// <summary>The step takes time.</summary>
        Waits,

        /// <summary>The operation is over.</summary>
        Done,
    }

    public Guard Guard { get; }

    /// <summary>The supply; null for one that always has enough.</summary>
    public SupplyDevice? Supply { get; init; }

    /// <summary>The last balance of a power-down that firmware asked for; null for none.</summary>
    public PowerDownCost? LastCost { get; private set; }

    /// <inheritdoc />
    public SimTime Now
    {
        get
        {
            Guard.Check();
            return SimTime.FromPicoseconds(Machine.Now);
        }
    }

    /// <inheritdoc />
    public override bool IsJumpable
    {
        get
        {
            long? memory = _firmware.SteadyState;
            _memory = memory ?? 0;
            return memory is not null;
        }
    }

    /// <inheritdoc />
    public override int StateLength => 1 + (_slots is null ? 0 : _slots.Count - _layout.Pinned.Length);

    /// <inheritdoc />
    public bool IsSupplyLow
    {
        get
        {
            Guard.Check();
            return Supply is { IsLow: true };
        }
    }

    /// <summary>Another object of the policy, which runs from its start.</summary>
    public void Install(IFirmware firmware) => _firmware = firmware;

    /// <summary>Passes the interrupt of the supply on.</summary>
    public void Warn() => _firmware.SupplyWarned();

    /// <inheritdoc />
    public override void OnSupplyLost()
    {
        // The driver library remembers in a memory that dies. Firmware that waits is never resumed.
        Machine.Scheduler.Cancel(_wait);
        _completion.Abandon();
        _engine.Abandon();
        AbandonStreams();
        _policy?.Reset();
        (_operation, _task, _step) = (Operation.None, -1, 0);
    }

    /// <summary>Dispatches the next event of the machine.</summary>
    /// <returns>False when none is pending.</returns>
    public bool Step()
    {
        long next = Machine.NextEvent;
        if (next == long.MaxValue)
            return false;
        if (next > Machine.Now)
            Guard.TimePassed();
        Guard.Count();
        return Machine.Step();
    }

    /// <inheritdoc />
    public override void WriteState(ref StateWriter state)
    {
        state.Write(_memory);
        _policy?.WriteState(ref state);
    }

    /// <inheritdoc />
    public override long Repeatable(Period period, long times) =>
        // The next scrub is stepped, so that its moment and its wear are exact.
        (long)Int128.Min(times, Int128.Max(0, _scrubber.Next - Machine.Clock.Elapsed) / Int128.Max(1, period.Picoseconds));

    private ValueTask Start(Operation operation, int task)
    {
        (_operation, _task, _step) = (operation, task, 0);
        return Proceed() ? default : _completion.Begin();
    }

    private void GoOn()
    {
        // Time after a step belongs to no task, even while a load in the background goes on.
        Machine.Task = TaskAtWork();
        if (!Proceed())
            return;
        if (_operation == Operation.Access)
            _completion.CompleteEvent(_bytes!.Answer);
        else
            _completion.Complete();
    }

    /// <summary>Runs steps until one takes time.</summary>
    /// <returns>True when the operation is done.</returns>
    private bool Proceed()
    {
        Progress progress;
        do
        {
            progress = NextStep();
        }
        while (progress == Progress.Next);
        return progress == Progress.Done;
    }

    private Progress NextStep() => _operation switch
    {
        Operation.Load or Operation.Infer or Operation.Deploy or Operation.DeployShared or Operation.Begin
            when _step == 0 && _scrubber.Next <= Machine.Clock.Elapsed =>
            NextOfScrub(),
        Operation.Load => NextOfLoad(),
        Operation.Infer => NextOfInference(),
        Operation.Deploy => NextOfDeployment(),
        Operation.DeployShared => NextOfSharedDeployment(),
        Operation.Wake => NextOfWake(),
        Operation.Sleep => NextOfSleep(),
        Operation.Wait => NextOfWait(),
        Operation.Begin => NextOfBegin(),
        Operation.Access => NextOfAccess(),
        Operation.InferLayers => NextOfLayers(),
        Operation.MoveFeatures => NextOfFeatures(),
        _ => NextOfPowerDown(),
    };

    /// <summary>The work that a step has begun.</summary>
    /// <param name="takesTime">What the device returned.</param>
    private Progress Work(bool takesTime)
    {
        if (takesTime && _task >= 0)
            Machine.Task = _task;
        return takesTime ? Progress.Waits : Progress.Next;
    }

    private Progress WaitFor(long picoseconds)
    {
        if (picoseconds <= 0)
            return Progress.Next;
        Machine.Scheduler.Schedule(checked(Machine.Now + picoseconds), EventPriority.Master, _wait);
        return Progress.Waits;
    }

    private string NameOf(int task) => _layout.System.Tasks[task].Name;

    private void Enter()
    {
        Guard.CheckOperation();
        if (_completion.IsPending)
            throw Completion.Illegal("an operation while another one is under way; await each before the next");
    }

    private void Require(int task, string what)
    {
        if ((uint)task >= (uint)_layout.Programs.Length)
            throw Completion.Illegal($"{what} task {task}; permitted: 0 to {_layout.Programs.Length - 1}");
    }

    private void EnterOn(int task, string operation)
    {
        Enter();
        Require(task, operation);
        if (!_hardware.Power.IsOn)
            throw Completion.Illegal($"{operation} task '{NameOf(task)}' while the system is down; wake it first");
    }
}
