using Memti.Abstractions.Processors;
using Memti.Simulation.Executables;
using Memti.Simulation.PowerStates;
using Memti.Simulation.Traces;

namespace Memti.Runs.Debugging.Machines;

/// <summary>What the monitor shows of a machine that stands still.</summary>
internal interface IMachineView
{
    /// <summary>Picoseconds since the start of the run.</summary>
    Int128 Elapsed { get; }

    /// <summary>Names of components and tasks by number.</summary>
    MachineNames Names { get; }

    /// <summary>Energy and power at this moment.</summary>
    IEnergyTotals Energy { get; }

    /// <summary>Frames, tasks and marks.</summary>
    MachineJournal Journal { get; }

    /// <summary>Registers of the core.</summary>
    CoreDebug Core { get; }

    /// <summary>Cycles and instructions of the core.</summary>
    CoreCounters Counters { get; }

    /// <summary>True when the core waits for an interrupt.</summary>
    bool IsWaiting { get; }

    /// <summary>Names of functions.</summary>
    SymbolTable Symbols { get; }

    /// <summary>Power state of a component.</summary>
    PowerState StateOf(int component);
}
