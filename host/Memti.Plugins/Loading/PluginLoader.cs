using System.Reflection;
using System.Runtime.Loader;
using McMaster.NETCore.Plugins.Loader;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Plugins;
using Memti.Plugins.Codes;

namespace Memti.Plugins.Loading;

/// <summary>
/// Loads one plugin with its private dependencies, isolated from the host and from other plugins. McMaster.NETCore.Plugins builds the
/// load context; this class gives it full paths, a diagnostic for a damaged <c>.deps.json</c>, and no use after disposal.
/// </summary>
/// <remarks>
/// An assembly that the plugin neither brings nor shares comes from the host's libraries, as in every .NET load context. A plugin should
/// bring what it uses.
/// </remarks>
public sealed class PluginLoader : IDisposable
{
    private readonly AssemblyLoadContext _context;
    private readonly string _assemblyFile;
    private bool _disposed;

    private PluginLoader(string assemblyFile, bool isUnloadable)
    {
        _assemblyFile = assemblyFile;
        _context = Context(assemblyFile, isUnloadable);
    }

    /// <summary>Prepares to load a plugin; nothing of it is loaded yet.</summary>
    /// <param name="assemblyFile">
    /// Path of the plugin's assembly; its folder and its <c>.deps.json</c> hold the private dependencies.
    /// </param>
    /// <param name="isUnloadable">True when <see cref="Dispose"/> must unload the plugin, at some cost in speed.</param>
    /// <exception cref="MemtiException">
    /// <see cref="PluginCodes.PluginDependencyMissing"/> when the <c>.deps.json</c> is damaged or names a file that does not exist.
    /// </exception>
    public static PluginLoader CreateFromAssemblyFile(string assemblyFile, bool isUnloadable = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(assemblyFile);
        return new PluginLoader(Path.GetFullPath(assemblyFile), isUnloadable);
    }

    /// <summary>Loads the plugin's assembly. A second call gives the same one.</summary>
    /// <exception cref="BadImageFormatException">The file is not a .NET assembly.</exception>
    /// <exception cref="FileNotFoundException">The file does not exist.</exception>
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

    /// <summary>Starts to unload an unloadable plugin; its memory is freed once nothing refers to its types and objects.</summary>
    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        if (_context.IsCollectible)
            _context.Unload();
    }

    private static AssemblyLoadContext Context(string assemblyFile, bool isUnloadable)
    {
        PluginDependencyFile.Check(assemblyFile);
        try
        {
            return Builder(assemblyFile, isUnloadable).Build();
        }
        catch (InvalidOperationException error)
        {
            throw PluginDependencyFile.Damaged(assemblyFile, error.Message, error);
        }
    }

    // The package's own PluginLoader also probes the folders in the host's runtimeconfig.json: on a developer's machine, the package
    // cache, which would hide a file that is missing from the plugin. Its builder adds no folder by itself. Unless it is lazy, it loads
    // every reference of the contract, for every plugin.
    private static AssemblyLoadContextBuilder Builder(string assemblyFile, bool isUnloadable)
    {
        AssemblyLoadContextBuilder builder = new AssemblyLoadContextBuilder()
            .SetMainAssemblyPath(assemblyFile)
            .IsLazyLoaded(true)
            .PreferDefaultLoadContextAssembly(typeof(IMemtiPlugin).Assembly.GetName());
        return isUnloadable ? builder.EnableUnloading() : builder;
    }
}
