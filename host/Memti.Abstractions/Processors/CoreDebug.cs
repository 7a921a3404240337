namespace Memti.Abstractions.Processors;

/// <summary>What a debugger, a trace and a fault report see of a core. None of it changes what the firmware computes.</summary>
public abstract class CoreDebug
{
    /// <summary>Address of the next instruction.</summary>
    public abstract ulong ProgramCounter { get; set; }

    /// <summary>The last exception without a handler; null before one.</summary>
    public abstract CoreFault? Fault { get; }

    /// <summary>Return addresses of the last calls, the latest first; at most 16.</summary>
    public abstract IReadOnlyList<ulong> LastCalls { get; }

    /// <summary>Address that the last watchpoint saw, and how.</summary>
    public abstract (ulong Address, WatchKind Kind) LastWatch { get; }

    /// <summary>
    /// Receives each call and return. Null for none. While it is set, every instruction is interpreted: the timing stays the same.
    /// </summary>
    public ICoreObserver? Observer { get; set; }

    /// <summary>The target description of the GNU debugger, in XML.</summary>
    public abstract string TargetDescription { get; }

    /// <summary>Reads a register.</summary>
    /// <returns>False when there is no such register.</returns>
    public abstract bool TryRead(int register, out ulong value);

    /// <summary>Writes a register.</summary>
    /// <returns>False when there is no such register.</returns>
    public abstract bool TryWrite(int register, ulong value);

    /// <summary>Sets or removes a breakpoint. They lie in the core, not in memory. A core that stopped at one passes it when it runs
    /// again.</summary>
    public abstract void SetBreakpoint(ulong address, bool active);

    /// <summary>Sets or removes a watchpoint.</summary>
    public abstract void SetWatchpoint(ulong address, int bytes, WatchKind kind, bool active);

    /// <summary>The instruction at an address as assembly text; null where nothing can be fetched.</summary>
    public abstract string? Disassemble(ulong address);

    /// <summary>Size of the instruction at an address in bytes. Default: 4.</summary>
    public virtual int InstructionBytes(ulong address) => 4;
}
