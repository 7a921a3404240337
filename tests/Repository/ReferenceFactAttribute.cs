namespace Memti.Tests;

/// <summary>A test against reference data that do not belong to the repository; skipped where they are not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ReferenceFactAttribute : FactAttribute
{
    /// <param name="file">Name of the file.</param>
    public ReferenceFactAttribute(string file) => Skip = RepositoryFiles.WhyWithout(file);
}
