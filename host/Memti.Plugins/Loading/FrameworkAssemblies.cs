using System.Reflection;

namespace Memti.Plugins.Loading;

/// <summary>The assemblies that the shared frameworks under the host bring, by simple name.</summary>
internal static class FrameworkAssemblies
{
    private static readonly Lazy<Dictionary<string, string>> Paths = new(Collect);

    /// <summary>
    /// True when the framework has the assembly in a version that satisfies the reference. A plugin that brings a newer copy of a
    /// framework assembly than the host runs on keeps its own.
    /// </summary>
    public static bool Satisfy(AssemblyName name) =>
        name.Name is { } simpleName
        && Paths.Value.TryGetValue(simpleName, out string? path)
        && AssemblyName.GetAssemblyName(path).Version >= name.Version;

    private static Dictionary<string, string> Collect()
    {
        var paths = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string path in Trusted().Where(static path => !IsBesideHost(path)))
            paths.TryAdd(Path.GetFileNameWithoutExtension(path), path);
        return paths;
    }

    private static string[] Trusted() =>
        (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    // What lies beside the executable is the host's own library, and no business of a plugin's.
    private static bool IsBesideHost(string path) => path.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal);
}
