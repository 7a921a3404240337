namespace Memti.Networks.Tests;

/// <summary>A test over files of users, which do not belong to the repository; skipped where they do not lie beside it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedCaseTheoryAttribute : TheoryAttribute
{
    public SharedCaseTheoryAttribute()
    {
        if (!Directory.Exists(Of("")))
            Skip = $"the files of users are not there: {Of("")}";
    }

    public static string Of(string name) =>
        Path.Combine(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(RepositoryFiles.Root))!, "shared", "cases", "onnx", name);
}
