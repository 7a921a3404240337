using System.Collections.Concurrent;
using Memti.Abstractions.Plugins;

namespace Memti.Tests;

/// <summary>The plugins of <c>tests/TestPlugins</c>: each folder there is one, compiled when a test first asks for it.</summary>
internal static class TestPlugins
{
    private static readonly Version PluginVersion = new(0, 1, 0, 0);

    private static readonly ConcurrentDictionary<string, Lazy<string>> Emitted = new(StringComparer.Ordinal);

    private static readonly Dictionary<string, PrivateLibrary> Libraries = new(StringComparer.Ordinal)
    {
        ["PrivateDependencyA"] = new PrivateLibrary("PrivateLibraryOne", new Version(1, 0, 0, 0)),
        ["PrivateDependencyB"] = new PrivateLibrary("PrivateLibraryTwo", new Version(2, 0, 0, 0)),
        // Its .deps.json goes on naming the library, as after a copy that left a file behind.
        ["MissingDependency"] = new PrivateLibrary("PrivateLibraryOne", new Version(1, 0, 0, 0), IsLost: true),
    };

    // Compiled against an assembly that is not copied beside the plugin: that of a plugin it needs, or a library of the host.
    private static readonly Dictionary<string, Func<string>> References = new(StringComparer.Ordinal)
    {
        ["UsesTypes"] = static () => Assembly("OffersTypes"),
        ["HostLibrary"] = static () => System.Reflection.Assembly.Load("YamlDotNet").Location,
    };

    /// <summary>The folder in which each plugin has a folder of its own.</summary>
    public static string Root { get; } = Path.Combine(AppContext.BaseDirectory, "test-plugins");

    /// <summary>All plugins that can be compiled.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. TestPluginCompiler.SourceFolders()
            .Except(Libraries.Values.Select(static library => library.Source))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The folder of one plugin, with its <c>.deps.json</c> and its private library.</summary>
    public static string Folder(string name) => Emitted.GetOrAdd(name, static name => new Lazy<string>(() => Emit(name))).Value;

    /// <summary>The assembly of one plugin.</summary>
    public static string Assembly(string name) => Path.Combine(Folder(name), AssemblyName(name) + ".dll");

    private static string AssemblyName(string name) => $"Memti.TestPlugins.{name}";

    private static string Emit(string name)
    {
        string folder = Path.Combine(Root, name);
        Directory.CreateDirectory(folder);
        List<string> references = [typeof(IMemtiPlugin).Assembly.Location];
        PrivateLibrary? library = Libraries.GetValueOrDefault(name);
        if (library is not null)
            references.Add(TestPluginCompiler.Emit(library.Source, folder, PrivateLibrary.AssemblyName, library.Version));
        if (References.TryGetValue(name, out Func<string>? reference))
            references.Add(reference());
        string assembly = TestPluginCompiler.Emit(name, folder, AssemblyName(name), PluginVersion, [.. references]);
        DependencyFile.Write(assembly, library is null ? null : PrivateLibrary.AssemblyName);
        if (library is { IsLost: true })
            File.Delete(Path.Combine(folder, PrivateLibrary.AssemblyName + ".dll"));
        return folder;
    }

    /// <summary>A library that a plugin brings along.</summary>
    private sealed record PrivateLibrary(string Source, Version Version, bool IsLost = false)
    {
        public const string AssemblyName = "Memti.TestPlugins.PrivateLibrary";
    }
}
