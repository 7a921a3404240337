using Memti.Simulation.Components;
using Memti.Simulation.Devices.Accelerators;
using Memti.Simulation.Devices.FrameSources;
using Memti.Simulation.Devices.Loads;
using Memti.Simulation.Devices.Memories;
using Memti.Simulation.Devices.PowerControl;
using Memti.Simulation.Frames;
using Memti.Simulation.Kernel;
using Memti.Simulation.Streams;
using Memti.Simulation.Traces;
using Memti.Simulation.Transfers;
using Memti.Simulation.Wear;

namespace Memti.Simulation.Devices;

/// <summary>The devices of a system on a machine, without a master.</summary>
internal sealed class Hardware
{
    private readonly Workload _workload;
    private readonly WorkloadFeed _feed;

    /// <summary>Creates the devices of a system.</summary>
    /// <param name="machine">A machine whose registry has the components of the layout.</param>
    /// <param name="layout">The system.</param>
    /// <param name="workload">The frames.</param>
    /// <param name="estimatesWear">True to average wear when no period is found.</param>
    public Hardware(Machine machine, SystemLayout layout, Workload workload, bool estimatesWear)
    {
        (Machine, Layout, _workload) = (machine, layout, workload);
        Streams = workload.Streams is { } streams ? new(streams, machine.Clock, machine.Tally, layout.Accelerators.Length) : null;
        _feed = (WorkloadFeed?)Streams ?? new FrameFeed(workload, machine.Clock, new(workload, layout.System.Seed), machine.Tally);
        Memories = [.. layout.Parts.Select(part => new MemoryDevice(machine, layout, part, () => _feed.IsOpen))];
        // Each of these has a flow of the meter, which sums them in this order.
        Frames = new(machine, _feed, layout, Memories);
        AcceleratorDevice first = new(machine, layout, Memories, place: 0);
        Power = new(machine, Memories);
        Loader = new(machine, layout, Memories);
        IEnumerable<int> others = Enumerable.Range(1, layout.Accelerators.Length - 1);
        Accelerators = [first, .. others.Select(place => new AcceleratorDevice(machine, layout, Memories, place))];
        Steady = new(SteadyWindow.Of(workload), machine.Clock, [.. Memories.Select(static memory => memory.Wear)], estimatesWear);
    }

    public Machine Machine { get; }

    public SystemLayout Layout { get; }

    /// <summary>The first accelerator: the one of masters that use one.</summary>
    public AcceleratorDevice Accelerator => Accelerators[0];

    /// <summary>All accelerators.</summary>
    public AcceleratorDevice[] Accelerators { get; }

    /// <summary>The streams of the workload; null for a workload of frames at one rate.</summary>
    public StreamFeed? Streams { get; }

    /// <summary>What the streams are; null for a workload of frames at one rate.</summary>
    public StreamPlan? StreamPlan => _workload.Streams;

    /// <summary>The memories in the order of the system.</summary>
    public MemoryDevice[] Memories { get; }

    public PowerController Power { get; }

    public FrameSource Frames { get; }

    public Loader Loader { get; }

    public SteadyWatch Steady { get; }

    /// <summary>Counts of met, late, skipped and empty frames, and times between delivery and completion.</summary>
    public WorkloadFeed Feed => _feed;

    /// <summary>The memory with slots for task sets; null when inferences read sets in place.</summary>
    public MemoryDevice? Working => Layout.Working is { } part ? Memories[part.Memory] : null;

    /// <summary>The memory whose shared weights may be lost; null when none are.</summary>
    public MemoryDevice? LosesShared => Layout.SharedMayDie ? Memories[Layout.Shared!.Memory] : null;

    /// <summary>Id of the component that executes firmware. Default: -1, none.</summary>
    public int Core { get; init; } = -1;

    /// <summary>All masters and devices have joined: the run may begin.</summary>
    /// <param name="interrupts">Names of the interrupt sources. Default: none.</param>
    /// <returns>Names of what listeners hear of.</returns>
    public MachineNames Begin(params IReadOnlyList<string> interrupts)
    {
        bool finds = (Machine.Options.Jump || Steady.IsOpen) && !_workload.Shuffled && Streams is not { Recurs: false };
        PeriodDetector? periods = finds ? new(Machine.StateLength, _feed.Basis) : null;
        Frames.Jump = new(Machine, Steady, periods, Machine.Options.Jump);
        if (Streams is not null && Machine.Listener is { } listener)
            Streams.Told = (frame, step) => listener.Frame(Machine.Clock.Elapsed, frame, step);
        return Machine.Begin(new()
        {
            Components = Machine.Registry.Names,
            Memories = [.. Memories.Select(static memory => memory.Id)],
            Tasks = Machine.Options.Tasks,
            Interrupts = interrupts,
            Core = Core,
            Powered = Machine.Grid.Count,
            Streams = [.. _workload.Streams?.Streams.Select(static stream => stream.Name) ?? []],
            Accelerators = [.. Accelerators.Select(static accelerator => accelerator.Name)],
        });
    }
}
