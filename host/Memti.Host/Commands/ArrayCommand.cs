using System.CommandLine;

namespace Memti.Host.Commands;

/// <summary><c>memti array</c>: solves memory arrays.</summary>
internal static class ArrayCommand
{
    public static Command Create() =>
        new("array", "Solve memory arrays: compute area, latency, energy and leakage from a cell and a capacity.")
    {
        ArraySolveCommand.Create(),
        ArrayCompareCommand.Create(),
    };
}
