namespace Memti.WeightImages.Tests;

/// <summary>A test over files of users; skipped where they do not lie beside the repository.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedCaseTheoryAttribute : TheoryAttribute
{
    /// <param name="file">One of the files.</param>
    public SharedCaseTheoryAttribute(string file) =>
        Skip = File.Exists(Path(file)) ? null : $"the files of users are not there: {Path(file)}";

    public static string Path(string file) =>
        System.IO.Path.Combine(System.IO.Path.GetDirectoryName(RepositoryFiles.Root)!, "shared", "cases", file);
}
