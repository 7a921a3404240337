using System.CommandLine;

namespace Memti.Host.Commands;

/// <summary><c>memti array</c>: from a cell to a memory.</summary>
internal static class ArrayCommand
{
    public static Command Create() => new("array", "Solve memory arrays: compute area, latency, energy and leakage from a cell and a capacity.")
    {
        ArraySolveCommand.Create(),
        ArrayCompareCommand.Create(),
    };
}
