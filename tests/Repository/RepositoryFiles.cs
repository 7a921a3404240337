namespace Memti.Tests;

/// <summary>Files of the repository, and of the reference data that may lie beside it.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = Above();

    public static string Of(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>A file of reference data, where a folder of them lies beside the repository; it need not.</summary>
    public static string Reference(string name) =>
        Path.Combine(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Root))!, "shared", "reference", name);

    /// <summary>Why tests over a file of reference data are skipped; null when it is there.</summary>
    public static string? WhyWithout(string reference) =>
        File.Exists(Reference(reference)) ? null : $"the reference data are not there: {Reference(reference)}";

    private static string Above()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Memti.Host.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
