using Memti.Simulation.Components;
using Memti.Simulation.Devices.Accelerators;
using Memti.Simulation.Devices.FrameSources;
using Memti.Simulation.Devices.Loads;
using Memti.Simulation.Devices.Memories;
using Memti.Simulation.Devices.PowerControl;
using Memti.Simulation.Frames;
using Memti.Simulation.Kernel;
using Memti.Simulation.Traces;
using Memti.Simulation.Transfers;
using Memti.Simulation.Wear;

namespace Memti.Simulation.Devices;

/// <summary>The devices of a system on a machine, without a master.</summary>
internal sealed class Hardware
{
    private readonly Workload _workload;
    private readonly FrameFeed _feed;

    /// <summary>Creates the devices of a system.</summary>
    /// <param name="machine">A machine whose registry has the components of the layout.</param>
    /// <param name="layout">The system.</param>
    /// <param name="workload">The frames.</param>
    /// <param name="estimatesWear">True to average wear when no period is found.</param>
    public Hardware(Machine machine, SystemLayout layout, Workload workload, bool estimatesWear)
    {
        (Machine, Layout, _workload) = (machine, layout, workload);
        _feed = new(workload, machine.Clock, new(workload, layout.System.Seed), machine.Tally);
        Memories = [.. layout.Parts.Select(part => new MemoryDevice(machine, layout, part, () => _feed.IsOpen))];
        // Each of these has a flow of the meter, which sums them in this order.
        Frames = new(machine, _feed, layout, Memories);
        Accelerator = new(machine, layout, Memories);
        Power = new(machine, Memories);
        Loader = new(machine, layout, Memories);
        Steady = new(SteadyWindow.Of(workload), machine.Clock, [.. Memories.Select(static memory => memory.Wear)], estimatesWear);
    }

    public Machine Machine { get; }

    public SystemLayout Layout { get; }

    public AcceleratorDevice Accelerator { get; }

    /// <summary>The memories in the order of the system.</summary>
    public MemoryDevice[] Memories { get; }

    public PowerController Power { get; }

    public FrameSource Frames { get; }

    public Loader Loader { get; }

    public SteadyWatch Steady { get; }

    /// <summary>Counts of met, late, skipped and empty frames, and times between delivery and completion.</summary>
    public FrameFeed Feed => _feed;

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
        bool finds = (Machine.Options.Jump || Steady.IsOpen) && !_workload.Shuffled;
        PeriodDetector? periods = finds ? new(Machine.StateLength, _feed.Basis) : null;
        Frames.Jump = new(Machine, Steady, periods, Machine.Options.Jump);
        return Machine.Begin([.. Memories.Select(static memory => memory.Id)], interrupts, Core);
    }
}
