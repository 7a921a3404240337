namespace Memti.Scenarios.Tests;

/// <summary>A test against reference data that does not belong to the repository; skipped where they are not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ReferenceFactAttribute : FactAttribute
{
    public ReferenceFactAttribute()
    {
        if (!File.Exists(RepositoryFiles.ReferenceCells))
            Skip = $"the reference data are not there: {RepositoryFiles.ReferenceCells}";
    }
}
