using System.Reflection;
using System.Runtime.Loader;
using McMaster.NETCore.Plugins.Loader;
using Memti.Abstractions.Diagnostics;
using Memti.Plugins.Codes;

namespace Memti.Plugins.Loading;

/// <summary>
/// Loads one plugin with its private dependencies, isolated from the host and from other plugins; a plugin that it declares it needs
/// shares its assembly. McMaster.NETCore.Plugins builds the load context; this class gives it full paths, what is shared, a diagnostic for
/// a damaged <c>.deps.json</c>, and no use after disposal.
/// </summary>
/// <remarks>
/// A library that the plugin does not bring is missing, even when the host has it: else a plugin would run here and fail with the next
/// version of the host.
/// </remarks>
public sealed class PluginLoader : IDisposable
{
    private readonly AssemblyLoadContext _context;
    private readonly string _assemblyFile;
    private bool _isWhole;
    private bool _disposed;

    private PluginLoader(string assemblyFile, SharedAssemblies shared, AssemblyLoadContext context) =>
        (_assemblyFile, Shared, _context) = (assemblyFile, shared, context);

    /// <summary>Simple name of the plugin's assembly.</summary>
    internal string Name => Path.GetFileNameWithoutExtension(_assemblyFile);

    /// <summary>What it shares with the host and with the plugins that it needs.</summary>
    internal SharedAssemblies Shared { get; }

    /// <summary>Prepares to load a plugin; nothing of it is loaded yet.</summary>
    /// <param name="assemblyFile">
    /// Path of the plugin's assembly; its folder and its <c>.deps.json</c> hold the private dependencies.
    /// </param>
    /// <param name="isUnloadable">True when <see cref="Dispose"/> must unload the plugin, at some cost in speed.</param>
    /// <param name="dependencies">
    /// The plugins that it declares it needs: their assemblies are theirs for this one too, so that both mean the same public types.
    /// </param>
    /// <exception cref="MemtiException">
    /// <see cref="PluginCodes.PluginDependencyMissing"/> when the <c>.deps.json</c> is damaged or names a file that does not exist.
    /// </exception>
    public static PluginLoader CreateFromAssemblyFile(
        string assemblyFile, bool isUnloadable = false, params IEnumerable<PluginLoader> dependencies)
    {
        ArgumentException.ThrowIfNullOrEmpty(assemblyFile);
        ArgumentNullException.ThrowIfNull(dependencies);
        string file = Path.GetFullPath(assemblyFile);
        PluginDependencyFile.Check(file);
        try
        {
            SharedAssemblies shared = new(file, isUnloadable, [.. dependencies]);
            return new PluginLoader(file, shared, Builder(file, isUnloadable, shared).Build());
        }
        catch (InvalidOperationException error)
        {
            throw PluginDependencyFile.Damaged(file, error.Message, error);
        }
    }

    /// <summary>Loads the plugin's assembly. A second call gives the same one.</summary>
    /// <exception cref="BadImageFormatException">The file is not a .NET assembly.</exception>
    /// <exception cref="FileNotFoundException">The file does not exist, or a library that only the host has is not beside it.</exception>
    public Assembly LoadDefaultAssembly()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        // Once: plugins that need this one ask for its assembly again and again.
        if (!_isWhole)
            Shared.RequireBrought();
        _isWhole = true;
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

    /// <summary>Loads a library of the plugin for a plugin that needs it.</summary>
    internal Assembly Load(AssemblyName name) => _context.LoadFromAssemblyName(name);

    // The package's own PluginLoader also probes the folders in the host's runtimeconfig.json: on a developer's machine, the package
    // cache, which would hide a file that is missing from the plugin. Its builder adds no folder by itself. Unless it is lazy, it loads
    // every reference of what is shared, for every plugin.
    private static AssemblyLoadContextBuilder Builder(string assemblyFile, bool isUnloadable, SharedAssemblies shared)
    {
        AssemblyLoadContextBuilder builder = new AssemblyLoadContextBuilder()
            .SetMainAssemblyPath(assemblyFile)
            .IsLazyLoaded(true)
            .SetDefaultContext(shared)
            .PreferDefaultLoadContext(true);
        return isUnloadable ? builder.EnableUnloading() : builder;
    }
}
