namespace Memti.Networks.Tests;

/// <summary>Files of the repository, and of the reference data that may lie beside it.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = Above();

    /// <summary>Layers of NVDLA's performance workbook, where a folder of reference data lies beside the repository; it need not.</summary>
    public static string ReferenceNetworks { get; } =
        Path.Combine(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Root))!, "shared", "reference", "nvdla-perf.json");

    public static string Of(params string[] parts) => Path.Combine([Root, .. parts]);

    public static string Network(string name) => Of("samples", "networks", name + ".csv");

    private static string Above()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Memti.Host.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
