using System.Collections.ObjectModel;
using Memti.Abstractions.Models;
using Memti.Abstractions.Parameters;
using Memti.Abstractions.Processors;
using Memti.Scenarios.Bindings;
using Memti.Simulation.Contents;
using Memti.Simulation.Maps;

namespace Memti.Runs.Planning;

/// <summary>What firmware sees of a design that has a bus: where everything is, and the processor that executes it.</summary>
public sealed record PlannedMachine
{
    /// <summary>Where memories, their contents and the devices are.</summary>
    public required MemoryMap Map { get; init; }

    /// <summary>
    /// What a brown-out leaves of a word under way, by memory: non-volatile memories with bytes in a design with a supply. Default: none.
    /// </summary>
    public IReadOnlyDictionary<int, IWordTearing> Tearing { get; init; } = ReadOnlyDictionary<int, IWordTearing>.Empty;

    /// <summary>The accelerator; each run has one of its own made.</summary>
    public required ComponentSpec AcceleratorComponent { get; init; }

    /// <summary>Registers of the accelerator; null for one without.</summary>
    public PlannedDevice? Accelerator { get; init; }

    /// <summary>The networks of the tasks, which drivers program.</summary>
    public required IReadOnlyList<Network> Networks { get; init; }

    /// <summary>The processor; null for a design without one.</summary>
    public ComponentSpec? Processor { get; init; }

    /// <summary>Clock, energy and power states of the processor; null without one.</summary>
    public ProcessorFigures? ProcessorFigures { get; init; }

    /// <summary>The executable; null for managed firmware.</summary>
    public ScenarioFile? Elf { get; init; }
}
