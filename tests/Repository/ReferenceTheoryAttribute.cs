namespace Memti.Tests;

/// <summary>A theory over reference data that do not belong to the repository; skipped where they are not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ReferenceTheoryAttribute : TheoryAttribute
{
    /// <param name="file">Name of the file.</param>
    public ReferenceTheoryAttribute(string file) => Skip = RepositoryFiles.WhyWithout(file);
}
