using System.Reflection;
using System.Runtime.Loader;
using Memti.Abstractions.Plugins;

namespace Memti.Plugins.Loading;

/// <summary>
/// What a plugin sees: the contract and the framework of the host, the assemblies of the plugins that it declares it needs, and what lies
/// in its own folder. Nothing else of the host.
/// </summary>
internal sealed class PluginLoadContext : AssemblyLoadContext
{
    // The contract, and what its signatures are made of.
    private static readonly HashSet<string> OfContract =
    [
        typeof(IMemtiPlugin).Assembly.GetName().Name!,
        .. typeof(IMemtiPlugin).Assembly.GetReferencedAssemblies().Select(static name => name.Name!),
    ];

    private readonly AssemblyDependencyResolver _resolver;
    private readonly string _folder;
    private readonly IReadOnlyList<PluginLoadContext> _dependencies;

    /// <summary>Prepares a context; nothing is loaded yet.</summary>
    /// <param name="assemblyFile">Full path of the plugin's assembly.</param>
    /// <param name="isUnloadable">True to unload it later.</param>
    /// <param name="dependencies">Contexts of the plugins that it needs, in the order in which they are asked.</param>
    /// <exception cref="InvalidOperationException">The <c>.deps.json</c> names a file that does not exist.</exception>
    public PluginLoadContext(string assemblyFile, bool isUnloadable, IReadOnlyList<PluginLoadContext> dependencies)
        : base(Path.GetFileNameWithoutExtension(assemblyFile), isUnloadable)
    {
        _resolver = new AssemblyDependencyResolver(assemblyFile);
        (_folder, _dependencies) = (Path.GetDirectoryName(assemblyFile)!, dependencies);
        MainName = Path.GetFileNameWithoutExtension(assemblyFile);
    }

    /// <summary>Simple name of the plugin's own assembly, whose public types others share.</summary>
    private string MainName { get; }

    /// <inheritdoc />
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        ArgumentNullException.ThrowIfNull(assemblyName);
        if (assemblyName.Name is not { } name || OfContract.Contains(name))
            return null; // the runtime takes the host's
        // The assembly of a plugin comes before a copy of it: a type must be the same one on both sides. Its libraries come after the
        // plugin's own, so that each may use another version.
        return Shared(assemblyName, name)
            ?? Own(assemblyName, name)
            ?? _dependencies.Select(dependency => dependency.Own(assemblyName, name)).FirstOrDefault(static found => found is not null)
            ?? (IsOfRuntime(assemblyName, name) ? null : throw Missing(assemblyName, name));
    }

    /// <inheritdoc />
    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        if (_resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path)
            return LoadUnmanagedDllFromPath(path);
        string? beside = NativeFiles(unmanagedDllName).Select(name => Path.Combine(_folder, name)).FirstOrDefault(File.Exists);
        return beside is null ? 0 : LoadUnmanagedDllFromPath(beside);
    }

    private static IEnumerable<string> NativeFiles(string name) =>
        [name, name + ".dll", $"lib{name}.so", name + ".so", $"lib{name}.dylib", name + ".dylib"];

    // Translations may be missing anywhere.
    private static bool IsOfRuntime(AssemblyName assemblyName, string name) =>
        FrameworkLibraries.Has(name) || !string.IsNullOrEmpty(assemblyName.CultureName);

    private Assembly? Shared(AssemblyName assemblyName, string name) =>
        _dependencies.FirstOrDefault(dependency => dependency.MainName == name)?.LoadFromAssemblyName(assemblyName)
        ?? _dependencies.Select(dependency => dependency.Shared(assemblyName, name)).FirstOrDefault(static found => found is not null);

    // A library that the .deps.json does not list may still lie beside the plugin.
    private Assembly? Own(AssemblyName assemblyName, string name)
    {
        string? path = _resolver.ResolveAssemblyToPath(assemblyName);
        if (path is null && string.IsNullOrEmpty(assemblyName.CultureName) && Path.Combine(_folder, name + ".dll") is var beside
            && File.Exists(beside))
            path = beside;
        return path is null ? null : LoadFromAssemblyPath(path);
    }

    private static FileNotFoundException Missing(AssemblyName assemblyName, string name) =>
        new($"{name}.dll is not beside the plugin. Libraries of the host are not shared.", assemblyName.FullName);
}
