namespace Memti.Networks.Tests;

/// <summary>A test against reference data that does not belong to the repository; skipped where they are not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ReferenceTheoryAttribute : TheoryAttribute
{
    public ReferenceTheoryAttribute()
    {
        if (!File.Exists(RepositoryFiles.ReferenceNetworks))
            Skip = $"the reference data are not there: {RepositoryFiles.ReferenceNetworks}";
    }
}
