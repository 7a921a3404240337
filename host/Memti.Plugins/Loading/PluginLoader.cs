using System.Reflection;
using System.Runtime.Loader;
using Memti.Abstractions.Plugins;

namespace Memti.Plugins.Loading;

/// <summary>
/// Loads one plugin with its private dependencies, apart from the host and from other plugins. It has the shape of
/// McMaster.NETCore.Plugins, on the platform's <see cref="AssemblyLoadContext"/> and <see cref="AssemblyDependencyResolver"/>.
/// </summary>
/// <remarks>
/// An assembly that the plugin neither brings nor shares, and that is not of the framework, is looked for among the host's own
/// libraries at last, as every .NET load context does. A plugin should bring what it uses.
/// </remarks>
public sealed class PluginLoader : IDisposable
{
    private readonly PluginLoadContext _context;
    private readonly string _assemblyFile;
    private bool _disposed;

    private PluginLoader(string assemblyFile, bool isUnloadable, IEnumerable<Assembly> shared)
    {
        _assemblyFile = assemblyFile;
        _context = new PluginLoadContext(assemblyFile, isUnloadable, shared);
    }

    /// <summary>True when <see cref="Dispose"/> unloads the plugin.</summary>
    public bool IsUnloadable => _context.IsCollectible;

    /// <summary>Prepares to load a plugin; nothing of it is loaded yet.</summary>
    /// <param name="assemblyFile">
    /// Path of the plugin's assembly; its folder and its <c>.deps.json</c> hold the private dependencies.
    /// </param>
    /// <param name="isUnloadable">True when <see cref="Dispose"/> shall unload the plugin, at some cost in speed.</param>
    /// <param name="sharedTypes">
    /// Types whose assemblies the plugin takes from the host, by simple name, whatever version it was built with.
    /// <c>Memti.Abstractions</c> is always one of them.
    /// </param>
    public static PluginLoader CreateFromAssemblyFile(string assemblyFile, bool isUnloadable = false, Type[]? sharedTypes = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(assemblyFile);
        IEnumerable<Type> shared = (sharedTypes ?? []).Prepend(typeof(IMemtiPlugin));
        return new PluginLoader(Path.GetFullPath(assemblyFile), isUnloadable, shared.Select(static type => type.Assembly));
    }

    /// <summary>Loads the plugin's assembly. A second call gives the same one.</summary>
    /// <exception cref="BadImageFormatException">The file is no .NET assembly.</exception>
    /// <exception cref="FileNotFoundException">The file is not there.</exception>
    public Assembly LoadDefaultAssembly()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _context.LoadFromAssemblyPath(_assemblyFile);
    }

    /// <summary>
    /// Makes <see cref="Assembly.Load(string)"/> and <see cref="Type.GetType(string)"/> look into the plugin until the scope ends.
    /// </summary>
    public AssemblyLoadContext.ContextualReflectionScope EnterContextualReflection()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _context.EnterContextualReflection();
    }

    /// <summary>Starts to unload an unloadable plugin; its memory goes once nothing refers to its types and objects any more.</summary>
    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        if (_context.IsCollectible)
            _context.Unload();
    }
}
