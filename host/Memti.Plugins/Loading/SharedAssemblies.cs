using System.Reflection;
using System.Runtime.Loader;
using Memti.Abstractions.Plugins;

namespace Memti.Plugins.Loading;

/// <summary>
/// What a plugin shares with others: the contract of the host, the assemblies of the plugins that it declares it needs, and libraries that
/// only those bring. The plugin's load context asks here first; what is not shared comes from its own folder, and then from the framework.
/// </summary>
internal sealed class SharedAssemblies : AssemblyLoadContext
{
    // The contract, and what its signatures are made of.
    private static readonly HashSet<string> OfContract =
    [
        typeof(IMemtiPlugin).Assembly.GetName().Name!,
        .. typeof(IMemtiPlugin).Assembly.GetReferencedAssemblies().Select(static name => name.Name!),
    ];

    private readonly AssemblyDependencyResolver _resolver;
    private readonly string _assemblyFile;
    private readonly IReadOnlyList<PluginLoader> _dependencies;

    /// <summary>Prepares what a plugin shares.</summary>
    /// <param name="assemblyFile">Full path of the plugin's assembly.</param>
    /// <param name="isUnloadable">True when the plugin is unloaded later.</param>
    /// <param name="dependencies">The plugins that it needs, in the order in which they are asked.</param>
    /// <exception cref="InvalidOperationException">The <c>.deps.json</c> names a file that does not exist.</exception>
    public SharedAssemblies(string assemblyFile, bool isUnloadable, IReadOnlyList<PluginLoader> dependencies)
        : base(Path.GetFileNameWithoutExtension(assemblyFile) + " (shared)", isUnloadable)
    {
        _resolver = new AssemblyDependencyResolver(assemblyFile);
        (_assemblyFile, _dependencies) = (assemblyFile, dependencies);
    }

    /// <summary>Fails for a library that the plugin refers to and does not bring, and that only the host has for itself.</summary>
    /// <remarks>
    /// The runtime looks among the host's libraries when nobody else has one, and nothing can be put before that. So references are looked
    /// at before the plugin is loaded.
    /// </remarks>
    /// <exception cref="FileNotFoundException">Names the library.</exception>
    public void RequireBrought()
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var open = new Stack<string>([_assemblyFile]);
        while (open.TryPop(out string? file))
            foreach (AssemblyName reference in AssemblyReferences.Of(file))
            {
                if (!seen.Add(reference.Name!) || OfContract.Contains(reference.Name!) || OfDependency(reference) is not null)
                    continue;
                if (FileOf(reference) is { } brought)
                    open.Push(brought);
                else if (HostLibraries.Has(reference.Name!) && !_dependencies.Any(dependency => dependency.Shared.Brings(reference)))
                    throw new FileNotFoundException(
                        $"{reference.Name}.dll is not beside the plugin. Libraries of the host are not shared.", reference.FullName);
            }
    }

    /// <inheritdoc />
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        ArgumentNullException.ThrowIfNull(assemblyName);
        if (OfContract.Contains(assemblyName.Name!))
            return null; // the runtime takes the host's
        // The assembly of a plugin comes before a copy of it: a type must be the same one on both sides. Its libraries come after the
        // plugin's own, so that each may use another version.
        return OfDependency(assemblyName)
            ?? (FileOf(assemblyName) is null ? LibraryOfDependency(assemblyName) : null)
            ?? throw new FileNotFoundException("The assembly is not shared.", assemblyName.FullName);
    }

    private bool Brings(AssemblyName name) => FileOf(name) is not null || _dependencies.Any(dependency => dependency.Shared.Brings(name));

    private Assembly? OfDependency(AssemblyName name) => _dependencies
        .Select(dependency => dependency.Name == name.Name ? dependency.LoadDefaultAssembly() : dependency.Shared.OfDependency(name))
        .FirstOrDefault(static found => found is not null);

    private Assembly? LibraryOfDependency(AssemblyName name) =>
        _dependencies.FirstOrDefault(dependency => dependency.Shared.Brings(name))?.Load(name);

    // A library that the .deps.json does not list may still lie beside the plugin.
    private string? FileOf(AssemblyName name)
    {
        string beside = Path.Combine(Path.GetDirectoryName(_assemblyFile)!, name.Name + ".dll");
        return _resolver.ResolveAssemblyToPath(name)
            ?? (string.IsNullOrEmpty(name.CultureName) && File.Exists(beside) ? beside : null);
    }
}
