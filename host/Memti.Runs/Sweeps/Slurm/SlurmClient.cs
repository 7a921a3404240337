using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Runs.Codes;
using Memti.Runs.Programs;

namespace Memti.Runs.Sweeps.Slurm;

/// <summary>Calls the programs of Slurm.</summary>
public static class SlurmClient
{
    /// <summary>MaxArraySize where the controller does not say: Slurm's default.</summary>
    private const int UsualArraySize = 1001;

    /// <summary>Most tasks of an array: its highest index is below MaxArraySize.</summary>
    /// <exception cref="MemtiException"><see cref="SweepCodes.SlurmFailed"/>.</exception>
    public static int MostTasks(CancellationToken cancellationToken)
    {
        string? line = Call("scontrol", ["show", "config"], cancellationToken)
            .Split('\n')
            .FirstOrDefault(static line => line.TrimStart().StartsWith("MaxArraySize", StringComparison.Ordinal));
        string value = line?[(line.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim() ?? "";
        return (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int size) ? size : UsualArraySize) - 1;
    }

    /// <summary>Submits a script.</summary>
    /// <param name="script">The script.</param>
    /// <param name="after">The job that must have ended well before; null for none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Number of the job.</returns>
    /// <exception cref="MemtiException"><see cref="SweepCodes.SlurmFailed"/>.</exception>
    public static string Submit(string script, string? after, CancellationToken cancellationToken)
    {
        string[] dependency = after is null ? [] : [$"--dependency=afterok:{after}", "--kill-on-invalid-dep=yes"];
        return Call("sbatch", ["--parsable", .. dependency, script], cancellationToken).Trim().Split(';')[0];
    }

    /// <summary>The tasks of jobs that have not ended: their states, one each.</summary>
    /// <exception cref="MemtiException"><see cref="SweepCodes.SlurmFailed"/>.</exception>
    public static IReadOnlyList<string> States(IEnumerable<string> jobs, CancellationToken cancellationToken)
    {
        HashSet<string> wanted = [.. jobs];
        // All of the user's jobs: asked for a job that has left the queue, squeue fails.
        return
        [
            .. Call("squeue", ["--noheader", "--array", "--me", "--format=%A %F %T"], cancellationToken)
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Where(fields => fields.Length == 3 && (wanted.Contains(fields[0]) || wanted.Contains(fields[1])))
                .Select(static fields => fields[2]),
        ];
    }

    private static string Call(string program, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        string output = OtherProgram.Call(program, words, out string? trouble, cancellationToken);
        return trouble is "" ? output : throw Failed(program, trouble ?? "there is no such program on the path");
    }

    private static MemtiException Failed(string program, string why) =>
        new(new Diagnostic(SweepCodes.SlurmFailed, $"`{program}` failed: {why.TrimEnd('.')}.") { Value = program });
}
