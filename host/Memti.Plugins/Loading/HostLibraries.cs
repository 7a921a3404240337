namespace Memti.Plugins.Loading;

/// <summary>Libraries that the host has for itself, the framework's apart.</summary>
internal static class HostLibraries
{
    private static readonly HashSet<string> Names = new(
        ((AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string) ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(static file => !IsOfFramework(Path.GetDirectoryName(file)!))
            .Select(static file => Path.GetFileNameWithoutExtension(file)),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>True for the simple name of a library of the host.</summary>
    public static bool Has(string name) => Names.Contains(name);

    // The folder of the base library, and others of dotnet/shared, such as Microsoft.AspNetCore.App/10.0.0. Where the host is published
    // with its own copy of the framework, all lies in one folder, and nothing can be told apart.
    private static bool IsOfFramework(string folder) =>
        folder == Path.GetDirectoryName(typeof(object).Assembly.Location)
        || (Path.GetDirectoryName(folder) is { } framework
            && framework.EndsWith(".App", StringComparison.Ordinal)
            && Path.GetFileName(Path.GetDirectoryName(framework)) == "shared");
}
