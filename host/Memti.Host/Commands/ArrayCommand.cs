using System.CommandLine;

namespace Memti.Host.Commands;

/// <summary><c>memti array</c>: from a cell to a memory.</summary>
internal static class ArrayCommand
{
    public static Command Create() => new("array", "Solve memory arrays: a cell and a capacity become area, latency, energy and leakage.")
    {
        ArraySolveCommand.Create(),
        ArrayCompareCommand.Create(),
    };
}
