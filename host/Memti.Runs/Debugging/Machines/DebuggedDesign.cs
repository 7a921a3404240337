using Memti.Abstractions.Diagnostics;
using Memti.Runs.Debugging.Targets;

namespace Memti.Runs.Debugging.Machines;

/// <summary>A design of a scenario whose firmware can be debugged.</summary>
public sealed class DebuggedDesign
{
    private readonly MachineTarget _target;

    internal DebuggedDesign(string name, string elf, MachineTarget target) => (Name, Elf, _target) = (name, elf, target);

    /// <summary>Name of the design.</summary>
    public string Name { get; }

    /// <summary>Path of the executable.</summary>
    public string Elf { get; }

    /// <summary>The machine.</summary>
    public IDebugTarget Target => _target;

    /// <summary>What was wrong with the firmware; null for nothing so far.</summary>
    public Diagnostic? Finding => _target.Finding;

    /// <summary>Simulated time in seconds, exact to the picosecond.</summary>
    public string Seconds => MonitorText.Seconds(_target.Elapsed);

    /// <summary>How the run went, as a table; null while it is not over, or when a finding ended it.</summary>
    public string? Summary => _target.Result is { } result ? RunSummary.Of(result) : null;
}
