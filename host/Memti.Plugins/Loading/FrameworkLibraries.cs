namespace Memti.Plugins.Loading;

/// <summary>The libraries of .NET itself, which every plugin shares with the host.</summary>
internal static class FrameworkLibraries
{
    private static readonly HashSet<string> Names = new(Find(), StringComparer.OrdinalIgnoreCase);

    /// <summary>True for the simple name of a library of .NET.</summary>
    public static bool Has(string name) => Names.Contains(name);

    // The folder of the base library, and those of other shared frameworks that the host runs on.
    private static IEnumerable<string> Find() =>
        ((AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string) ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(static file => Path.GetDirectoryName(file)!)
            .Where(IsShared)
            .Append(Path.GetDirectoryName(typeof(object).Assembly.Location)!)
            .Distinct()
            .SelectMany(static folder => Directory.EnumerateFiles(folder, "*.dll"))
            .Select(static file => Path.GetFileNameWithoutExtension(file));

    /// <summary>True for a folder of <c>dotnet/shared</c>, such as <c>Microsoft.NETCore.App/10.0.0</c>.</summary>
    private static bool IsShared(string folder) =>
        Path.GetDirectoryName(folder) is { } framework
        && framework.EndsWith(".App", StringComparison.Ordinal)
        && Path.GetFileName(Path.GetDirectoryName(framework)) == "shared";
}
