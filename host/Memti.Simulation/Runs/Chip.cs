using Memti.Abstractions.Firmware;
using Memti.Abstractions.Units;
using Memti.Simulation.Frames;
using Memti.Simulation.Kernel;
using Memti.Simulation.PowerStates;
using Memti.Simulation.Transfers;
using Memti.Simulation.Wear;

namespace Memti.Simulation.Runs;

/// <summary>
/// The simulated system as firmware uses it. An operation is a sequence of steps, each of which may take time; only one operation runs at a
/// time.
/// </summary>
internal sealed partial class Chip : ISystemOnChip
{
    // At one moment a background load ends first, so that an operation that starts then finds its parameters.
    private const byte StreamPriority = 0;
    private const byte OperationPriority = 1;
    private const int StreamEvent = 0;
    private const int OperationEvent = 1;
    private const int FrameEvent = 2;
    private const long Done = -1;

    private readonly SystemLayout _layout;
    private readonly SimulationOptions _options;
    private readonly EventQueue _queue = new(capacity: 16);
    private readonly Completion _completion = new();
    private readonly RunClock _clock = new();
    private readonly Tally _tally = new();
    private readonly Guard _guard;
    private readonly FrameFeed _feed;
    private readonly PowerGrid _grid;
    private readonly TransferBook _transfers;
    private readonly WearBook[] _wear;
    private readonly SteadyWatch _steady;
    private readonly ReadWear _readWear;
    private readonly Scrubber _scrubber;
    private readonly Replacements? _replacements;
    private readonly WorkingSet? _sets;
    private readonly LoadStream _stream = new();
    private readonly PowerDownBalance _balance;
    private readonly string[] _memories;
    private readonly PeriodDetector? _periods;
    private readonly IFirmware _firmware;
    private readonly int _inferences;
    private readonly int _powerDowns;
    private readonly int _wakes;
    private readonly int _memorySleeps;
    private bool _sharedLives;
    private Operation _operation;
    private int _task;
    private int _step;
    private int[]? _users;

    public Chip(SystemLayout layout, Workload workload, IFirmware firmware, SimulationOptions options)
    {
        (_layout, _options, _firmware) = (layout, options, firmware);
        int tasks = layout.Programs.Length;
        _guard = new(options.MostAtOneMoment);
        _feed = new(workload, _clock, new(workload, layout.System.Seed), _tally);
        _grid = new(_clock, _tally, new(_tally, layout.Power.Length, tasks, options.Trace), tasks, layout.Power);
        _transfers = new(_tally, layout.Parts.Length);
        _wear = [.. layout.Parts.Select(part => new WearBook(_tally, _clock, part, layout))];
        _steady = new(SteadyWindow.Of(workload), _clock, _wear, options.EstimateSteadyWear);
        _readWear = new(layout);
        _replacements = layout.Working?.Unit.Replacement is { } cost ? new(cost) : null;
        _scrubber = new(options.EstimateSteadyWear ? [] : layout.Parts);
        _memories = [.. layout.Parts.Select(static part => part.Unit.Name)];
        _sets = layout.Working is null ? null : new(tasks, layout.Slots, layout.Pinned, layout.ProgrammedTasks);
        _sharedLives = !layout.SharedMayDie;
        _balance = new(layout);
        _inferences = _tally.Reserve(tasks);
        (_powerDowns, _wakes, _memorySleeps) = (_tally.Reserve(1), _tally.Reserve(1), _tally.Reserve(1));
        if ((options.Jump || _steady.IsOpen) && !workload.Shuffled)
            _periods = new(StateLength, _feed.Basis);
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
    }

    public Guard Guard => _guard;

    /// <inheritdoc />
    public SimTime Now
    {
        get
        {
            _guard.Check();
            return SimTime.FromPicoseconds(_clock.Now);
        }
    }

    /// <summary>Dispatches the next event.</summary>
    /// <returns>False when none is pending.</returns>
    public bool Step()
    {
        if (!_queue.TryDequeue(out ScheduledEvent next))
            return false;
        if (next.Time > _clock.Now)
            _guard.TimePassed();
        // Time moves before the check: the guard counts what happens at one moment.
        _clock.MoveTo(next.Time);
        _guard.Check();
        _events++;
        Dispatch(next.Kind);
        return true;
    }

    private void Dispatch(int kind)
    {
        if (kind == StreamEvent)
            EndStream();
        else if (kind == FrameEvent)
            _completion.Complete(NextDelivery());
        else
            GoOn();
    }

    private ValueTask Start(Operation operation, int task)
    {
        (_operation, _task, _step) = (operation, task, 0);
        return Proceed() ? default : _completion.Begin();
    }

    private void GoOn()
    {
        EndStep();
        if (Proceed())
            _completion.Complete();
    }

    /// <summary>Runs steps until one takes time.</summary>
    /// <returns>True when the operation is done.</returns>
    private bool Proceed()
    {
        while (true)
        {
            long duration = NextStep();
            if (duration == Done)
                return true;
            if (duration > 0)
            {
                Schedule(duration, OperationPriority, OperationEvent);
                return false;
            }

            EndStep();
        }
    }

    private long NextStep() => _operation switch
    {
        Operation.Load or Operation.Infer or Operation.Deploy or Operation.DeployShared
            when _step == 0 && _scrubber.Next <= _clock.Elapsed =>
            NextOfScrub(),
        Operation.Load => NextOfLoad(),
        Operation.Infer => NextOfInference(),
        Operation.Deploy => NextOfDeployment(),
        Operation.DeployShared => NextOfSharedDeployment(),
        Operation.Wake => NextOfWake(),
        Operation.Sleep => NextOfSleep(),
        Operation.Wait => NextOfWait(),
        _ => NextOfPowerDown(),
    };

    private void EndStep()
    {
        if (_users is not null)
            _grid.End(_users, PowerGrid.OperationFlow);
        _users = null;
    }

    /// <summary>Starts the work of the operation's step for its task.</summary>
    private long Work(int[] users, double joules, long picoseconds)
    {
        _users = users;
        _grid.Begin(users, _task, PowerGrid.OperationFlow, joules, picoseconds);
        return picoseconds;
    }

    private long StreamLeft => _stream.End - _clock.Now;

    private void Schedule(long after, byte priority, int kind) => _queue.Schedule(checked(_clock.Now + after), priority, kind);

    private string NameOf(int task) => _layout.System.Tasks[task].Name;

    private void Enter()
    {
        _guard.Check();
        if (_completion.IsPending)
            throw Completion.Illegal("an operation while another one is under way; await each before the next");
    }

    private void EnterOn(int task, string operation)
    {
        Enter();
        if ((uint)task >= (uint)_layout.Programs.Length)
            throw Completion.Illegal($"{operation} of task {task}; permitted: 0 to {_layout.Programs.Length - 1}");
        if (!_isOn)
            throw Completion.Illegal($"{operation} of task '{NameOf(task)}' while the system is down; wake it first");
    }
}
