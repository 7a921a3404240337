using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json;

namespace Memti.Plugins.Laws;

/// <summary>What .NET itself remembers of the types that it was used with: it keeps an assembly, and no plugin can help it.</summary>
internal static class FrameworkCaches
{
    // Each keeps what it has seen in a static table that nothing empties (measured with .NET 10).
    private static readonly string[] NeverEmptied =
    [
        "System.ComponentModel.TypeDescriptor",
        "System.ComponentModel.DataAnnotations.Validator",
        "System.Runtime.Serialization.Json.DataContractJsonSerializer",
        "Microsoft.CSharp.RuntimeBinder.Binder",
    ];

    /// <summary>Empties the caches of System.Text.Json: those of its shared options, and what it would drop for a hot reload.</summary>
    public static void Empty()
    {
        foreach (JsonSerializerOptions options in (JsonSerializerOptions[])[JsonSerializerOptions.Default, JsonSerializerOptions.Web])
            Call(typeof(JsonSerializerOptions).GetMethod("ClearCaches", BindingFlags.Instance | BindingFlags.NonPublic), options);
        foreach (MetadataUpdateHandlerAttribute handler in
            typeof(JsonSerializer).Assembly.GetCustomAttributes<MetadataUpdateHandlerAttribute>())
        {
            Call(
                handler.HandlerType.GetMethod(
                    "ClearCache", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic, [typeof(Type[])]),
                null,
                [null]);
        }
    }

    /// <summary>The class of .NET that an assembly uses and that never forgets its types; null when it uses none.</summary>
    public static string? KeeperUsedBy(string assemblyFile)
    {
        using var image = new PEReader(File.OpenRead(assemblyFile));
        MetadataReader metadata = image.GetMetadataReader();
        return metadata.TypeReferences
            .Select(metadata.GetTypeReference)
            .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}")
            .FirstOrDefault(NeverEmptied.Contains);
    }

    // Internal to the framework: a version that has it no longer has nothing to empty.
    private static void Call(MethodInfo? method, object? target, object?[]? arguments = null) => method?.Invoke(target, arguments);
}
