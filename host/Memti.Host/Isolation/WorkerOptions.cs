using System.CommandLine;
using Memti.Documents.Parameters;
using Memti.Host.Commands;
using Memti.Plugins.Processes;

namespace Memti.Host.Isolation;

/// <summary>Options of every command that put it into a worker process.</summary>
internal static class WorkerOptions
{
    private const int MebibyteShift = 20;

    public static Option<bool> Isolate { get; } = new("--isolate")
    {
        Description = "Run the command in a worker process, which bounds the time and memory of plugins. Whatever they do to the worker, "
            + "the command ends with a finding.",
        Recursive = true,
    };

    public static Option<int> MemoryLimit { get; } = new KeyOption<int>(
        new DocumentKey<int>("memory_limit", "Most memory that the worker of --isolate may take", 256, 1 << 20)
        {
            Unit = "MiB",
            Fallback = 4096,
        })
    {
        Recursive = true,
    };

    public static Option<double?> TimeLimit { get; } = new KeyOption<double?>(
        new DocumentKey<double?>(
            "time_limit", "Longest time that the worker of --isolate may take; left out for no limit", 0.1, CommonOptions.LongestTimeLimit)
        {
            Unit = "seconds",
        })
    {
        Recursive = true,
    };

    /// <summary>The limit that a command names without asking for a worker; null for none.</summary>
    public static string? LimitWithoutWorker(ParseResult command) => command.GetValue(Isolate)
        ? null
        : ((Option[])[MemoryLimit, TimeLimit]).FirstOrDefault(limit => command.GetResult(limit) is { Implicit: false })?.Name;

    /// <summary>Limits of the worker that the command asks for; null when it runs in this process.</summary>
    public static WorkerLimits? LimitsOf(ParseResult command) =>
        command.Errors.Count == 0 && command.GetValue(Isolate) && !WorkerPipe.IsWorker
            ? new WorkerLimits(
                (long)command.GetValue(MemoryLimit) << MebibyteShift,
                command.GetValue(TimeLimit) is { } seconds ? TimeSpan.FromSeconds(seconds) : null)
            : null;
}
