using System.Runtime.InteropServices;

namespace Memti.Benchmarks;

/// <summary>Processor time of processes that ended, from the system: .NET forgets it with the process.</summary>
internal static partial class ProcessorTime
{
    private const int Children = -1;

    /// <summary>Seconds that all children of this process took which ended and were waited for.</summary>
    public static double OfChildren()
    {
        // struct rusage: seconds and microseconds of user time, then of system time, then 14 more numbers.
        long[] usage = new long[32];
        return GetUsage(Children, usage) == 0 ? usage[0] + usage[2] + ((usage[1] + usage[3]) * 1e-6) : double.NaN;
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetUsage(int who, [Out] long[] usage);
}
