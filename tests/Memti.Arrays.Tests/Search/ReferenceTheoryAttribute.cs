namespace Memti.Arrays.Tests;

/// <summary>A theory over reference data that do not belong to the repository; skipped where they are not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ReferenceTheoryAttribute : TheoryAttribute
{
    public ReferenceTheoryAttribute()
    {
        if (!File.Exists(ReferencePoints.File))
            Skip = $"the reference data are not there: {ReferencePoints.File}";
    }
}
