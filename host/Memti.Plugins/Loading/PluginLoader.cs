using System.Reflection;
using System.Runtime.Loader;
using Memti.Abstractions.Diagnostics;
using Memti.Plugins.Codes;

namespace Memti.Plugins.Loading;

/// <summary>
/// Loads one plugin with its private dependencies, isolated from the host and from other plugins; a plugin that it declares it needs
/// shares its assembly. Gives a diagnostic for a damaged <c>.deps.json</c>, and no use after disposal.
/// </summary>
/// <remarks>
/// A library that the plugin does not bring is missing, even when the host has it: else a plugin would run here and fail with the next
/// version of the host.
/// </remarks>
public sealed class PluginLoader : IDisposable
{
    private readonly PluginLoadContext _context;
    private readonly string _assemblyFile;
    private bool _disposed;

    private PluginLoader(string assemblyFile, bool isUnloadable, IEnumerable<PluginLoader> dependencies)
    {
        _assemblyFile = assemblyFile;
        _context = Context(assemblyFile, isUnloadable, [.. dependencies.Select(static dependency => dependency._context)]);
    }

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
        return new PluginLoader(Path.GetFullPath(assemblyFile), isUnloadable, dependencies);
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

    private static PluginLoadContext Context(string assemblyFile, bool isUnloadable, IReadOnlyList<PluginLoadContext> dependencies)
    {
        PluginDependencyFile.Check(assemblyFile);
        try
        {
            return new PluginLoadContext(assemblyFile, isUnloadable, dependencies);
        }
        catch (InvalidOperationException error)
        {
            throw PluginDependencyFile.Damaged(assemblyFile, error.Message, error);
        }
    }
}
