namespace Memti.Simulation.Kernel;

/// <summary>Simulated time: picoseconds of the run window in a long, and the window's own start, which moves on in long runs.</summary>
internal sealed class RunClock
{
    /// <summary>Picoseconds since the start of the run window.</summary>
    public long Now { get; private set; }

    /// <summary>Start of the run window.</summary>
    public Int128 Origin { get; private set; }

    /// <summary>Picoseconds since the start of the run.</summary>
    public Int128 Elapsed => Origin + Now;

    public void MoveTo(long now) => Now = now;

    /// <summary>Moves the window's start up; the moment stays the same.</summary>
    public void Rebase(long picoseconds)
    {
        Now -= picoseconds;
        Origin += picoseconds;
    }

    /// <summary>Lets time pass that is not stepped; the window's own time stands still.</summary>
    public void Jump(Int128 picoseconds) => Origin += picoseconds;
}
