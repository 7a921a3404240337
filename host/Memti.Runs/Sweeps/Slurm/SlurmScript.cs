using System.Globalization;
using System.Text;

namespace Memti.Runs.Sweeps.Slurm;

/// <summary>The batch scripts of a sweep: the array of its shards, and the merge that runs after it.</summary>
public static class SlurmScript
{
    /// <summary>Times that a task which failed is queued again.</summary>
    private const int Retries = 3;

    /// <summary>The script of the array. A task of a lost node is queued again by Slurm; one that failed queues itself again.</summary>
    public static string OfArray(SlurmJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        StringBuilder text = Head(job, job.Name);
        Option(text, string.Create(CultureInfo.InvariantCulture, $"--array=1-{job.Shards}"));
        Option(text, string.Create(CultureInfo.InvariantCulture, $"--cpus-per-task={job.Threads}"));
        Option(text, "--requeue");
        Option(text, "--open-mode=append");
        Option(text, "--output=" + Path.Combine(job.Parts, "logs", "%a.log"));
        text.Append('\n');
        string[] words =
        [
            .. job.Memti, "sweep", job.Study, .. job.StudyOptions, "--output", job.Parts,
            "--threads", job.Threads.ToString(CultureInfo.InvariantCulture), "--shard",
        ];
        text.Append(string.Join(' ', words.Select(Quote)));
        text.Append(CultureInfo.InvariantCulture, $" \"$SLURM_ARRAY_TASK_ID/{job.Shards}\" && exit 0\n");
        text.Append(CultureInfo.InvariantCulture, $"status=$?\nif [ \"${{SLURM_RESTART_COUNT:-0}}\" -lt {Retries} ]; then\n");
        text.Append("  scontrol requeue \"${SLURM_ARRAY_JOB_ID}_${SLURM_ARRAY_TASK_ID}\"\nfi\nexit $status\n");
        return text.ToString();
    }

    /// <summary>The script of the merge.</summary>
    public static string OfMerge(SlurmJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        StringBuilder text = Head(job, job.Name + "-merge");
        Option(text, "--requeue");
        Option(text, "--open-mode=append");
        Option(text, "--output=" + Path.Combine(job.Parts, "logs", "merge.log"));
        text.Append('\n');
        string[] words = [.. job.Memti, "sweep", "merge", job.Parts, .. job.StudyOptions, .. job.ResultOptions];
        return text.Append("exec ").Append(string.Join(' ', words.Select(Quote))).Append('\n').ToString();
    }

    private static StringBuilder Head(SlurmJob job, string name)
    {
        var text = new StringBuilder("#!/bin/bash\n");
        Option(text, "--job-name=memti-" + name);
        if (job.Partition is { } partition)
            Option(text, "--partition=" + partition);
        foreach (string option in job.Options)
            Option(text, option);
        return text;
    }

    // Slurm reads these lines by the rules of a shell without variables.
    private static void Option(StringBuilder text, string option)
    {
        int equals = option.IndexOf('=', StringComparison.Ordinal);
        text.Append("#SBATCH ").Append(equals < 0 ? option : option[..(equals + 1)] + QuoteOption(option[(equals + 1)..])).Append('\n');
    }

    private static string QuoteOption(string value) =>
        value.Any(static letter => char.IsWhiteSpace(letter) || letter is '#' or '"' or '\'')
            ? "\"" + value.Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings(" ") + "\""
            : value;

    private static string Quote(string word) => "'" + word.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
