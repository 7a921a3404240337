namespace Memti.EndToEnd.Tests.Sweeps;

/// <summary>A test on a real Slurm that it starts; skipped without <c>MEMTI_LONG_TESTS=1</c>, and where Slurm is not installed or may not
/// be started.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SlurmFactAttribute : FactAttribute
{
    private static readonly string[] Programs = ["slurmctld", "slurmd", "munged", "sbatch", "squeue", "scontrol"];

    public SlurmFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("MEMTI_LONG_TESTS") != "1")
            Skip = "it takes minutes; set MEMTI_LONG_TESTS=1";
        else if (Programs.FirstOrDefault(static program => !Installed.Has(program)) is { } missing)
            Skip = $"'{missing}' is not installed (apt-get install slurm-wlm munge)";
        else if (Environment.UserName != "root")
            Skip = "only root may start the daemons of Slurm";
    }
}
