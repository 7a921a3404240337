using System.CommandLine;

namespace Memti.Host.Commands.Sweeps;

/// <summary>Options of a sweep on a cluster.</summary>
internal static class SlurmOptions
{
    public static Option<bool> Use { get; } = new("--slurm")
    {
        Description = "Run the sweep as a job array of Slurm and merge it: runs a pilot here, sizes shards to at least a minute, writes "
            + "batch scripts into --output, submits them and follows them. The folder must be one that the nodes see.",
    };

    public static Option<string?> Partition { get; } = new("--partition") { Description = "Partition of Slurm.", HelpName = "NAME" };

    public static Option<string[]> Lines { get; } = new("--sbatch")
    {
        Description = "A further option for sbatch, such as --sbatch=--time=1:00:00. May be given more than once.",
        HelpName = "OPTION",
    };

    public static Option<bool> NoSubmit { get; } = new("--no-submit") { Description = "Write the scripts and submit nothing." };

    public static Option<bool> NoWait { get; } = new("--no-wait") { Description = "Submit, and do not follow." };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Option> All { get; } = [Use, Partition, Lines, NoSubmit, NoWait];
}
