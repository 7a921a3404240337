using System.Reflection;
using System.Runtime.Loader;

namespace Memti.Plugins.Loading;

/// <summary>
/// Where one plugin's assemblies live. In this order: shared assemblies by simple name whatever their version, then the framework,
/// then what the plugin's <c>.deps.json</c> names, then its folder; at last the host's own libraries through the default context.
/// </summary>
internal sealed class PluginLoadContext : AssemblyLoadContext
{
    private readonly Dictionary<string, Assembly> _shared;
    private readonly AssemblyDependencyResolver? _resolver;
    private readonly string _folder;

    public PluginLoadContext(string assemblyFile, bool isUnloadable, IEnumerable<Assembly> shared)
        : base(Path.GetFileNameWithoutExtension(assemblyFile), isUnloadable)
    {
        _shared = shared.Distinct().ToDictionary(static assembly => assembly.GetName().Name!, StringComparer.OrdinalIgnoreCase);
        _resolver = TryResolver(assemblyFile);
        _folder = Path.GetDirectoryName(assemblyFile)!;
    }

    /// <inheritdoc />
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name is null)
            return null;
        if (_shared.TryGetValue(assemblyName.Name, out Assembly? assembly))
            return assembly;
        if (FrameworkAssemblies.Satisfy(assemblyName))
            return null;
        string? path = _resolver?.ResolveAssemblyToPath(assemblyName) ?? Beside(assemblyName.Name + ".dll");
        return path is null ? null : LoadFromAssemblyPath(path);
    }

    /// <inheritdoc />
    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName)
    {
        string? path = _resolver?.ResolveUnmanagedDllToPath(unmanagedDllName)
            ?? Beside(unmanagedDllName)
            ?? Beside($"lib{unmanagedDllName}.so")
            ?? Beside(unmanagedDllName + ".dll")
            ?? Beside($"lib{unmanagedDllName}.dylib");
        return path is null ? IntPtr.Zero : LoadUnmanagedDllFromPath(path);
    }

    // The resolver refuses a .deps.json that names a file which is not there, without saying so in a form that a message could use.
    // The folder then has to do; the file is reported by name when the plugin needs it.
    private static AssemblyDependencyResolver? TryResolver(string assemblyFile)
    {
        try
        {
            return new AssemblyDependencyResolver(assemblyFile);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private string? Beside(string name)
    {
        string path = Path.Combine(_folder, name);
        return File.Exists(path) ? path : null;
    }
}
