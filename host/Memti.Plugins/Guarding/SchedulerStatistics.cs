using System.Globalization;

namespace Memti.Plugins.Guarding;

/// <summary>
/// Reads what Linux's scheduler states of each thread: nanoseconds that it ran, and nanoseconds that it waited for a processor
/// (<c>/proc/self/task/*/schedstat</c>, Documentation/scheduler/sched-stats.rst of the kernel). Other systems state neither.
/// </summary>
internal static class SchedulerStatistics
{
    private const string Tasks = "/proc/self/task";

    /// <summary>The calling thread's name in these statistics; null where there are none.</summary>
    public static string? CurrentThread()
    {
        try
        {
            return OperatingSystem.IsLinux() ? Path.GetFileName(new FileInfo("/proc/thread-self").LinkTarget) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>What a thread and its process have had so far; null where it is not known.</summary>
    /// <param name="thread">From <see cref="CurrentThread"/>.</param>
    public static ProcessorShare? Read(string? thread)
    {
        if (thread is null || ReadOne(Path.Combine(Tasks, thread)) is not { } own)
            return null;
        (TimeSpan Ran, TimeSpan Waited) all = default;
        foreach (string task in Directory.EnumerateDirectories(Tasks))
            if (ReadOne(task) is { } one)
                all = (all.Ran + one.Ran, all.Waited + one.Waited);
        return new ProcessorShare(own.Ran, own.Waited, all.Ran, all.Waited);
    }

    // A thread may end between the listing and the reading.
    private static (TimeSpan Ran, TimeSpan Waited)? ReadOne(string task)
    {
        try
        {
            string[] words = File.ReadAllText(Path.Combine(task, "schedstat")).Split(' ');
            return words.Length >= 2 ? (Nanoseconds(words[0]), Nanoseconds(words[1])) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException)
        {
            return null;
        }
    }

    private static TimeSpan Nanoseconds(string word) =>
        TimeSpan.FromTicks(long.Parse(word, CultureInfo.InvariantCulture) / TimeSpan.NanosecondsPerTick);
}
